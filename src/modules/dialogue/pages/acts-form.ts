/** The name of the one form that the buttons of all voices of a page send. */
export const VOICE_ACTS = 'voice-acts'
