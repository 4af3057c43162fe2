/** The gallery's forms: every field at rest, and with a mistake. */
import type { Language } from '../platform/words/words.ts'
import { AudienceNote } from './audience-note.tsx'
import { Acts, Button } from './button.tsx'
import { Checks, Choice } from './choice.tsx'
import { DateFields } from './date-fields.tsx'
import { ErrorSummary, Form, mistakeOf } from './form.tsx'
import { ReadingFields } from './reading-fields.tsx'
import { Select, TextArea, TextField, TimeField } from './text-field.tsx'

const errors = [
  { field: 'wrong-email', message: 'Write an e-mail address, such as rita@ria.example.' },
  { field: 'wrong-day', message: 'Write a day that exists.' },
  { field: 'wrong-child', message: 'Choose whether it is about one child.' },
]

const children = [
  { value: 'no', label: 'No, a situation' },
  { value: 'yes', label: 'Yes', hint: 'The family and the child know, and may join.' },
  { value: 'later', label: 'Not yet', hint: 'It stays your own draft.' },
]

/** Part of the gallery. */
export const GalleryForms = ({ lang }: { lang: Language }) => (
  <>
    <section>
      <h2>A form</h2>
      <Form action="/gallery" once="gallery-gallery-0001">
        <TextField name="name" label="Your name" hint="As you want to be called." autocomplete="name" value="Rita" />
        <TextField name="code" label="Code" width="code" autocomplete="one-time-code" />
        <TextArea name="say" label="Your question" note="optional" first low />
        <AudienceNote lang={lang} who="the 8 people of Reading together" />
        <Choice name="child" label="Is this about one child?" options={children} value="yes" />
        <Checks
          name="help"
          label="What would help?"
          across
          options={['Listen', 'Ideas', 'Try together'].map((label) => ({ value: label, label }))}
          values={['Ideas']}
        />
        <Select
          name="tongue"
          label="Language"
          options={[
            { value: 'pt', label: 'Português', lang: 'pt' },
            { value: 'sk', label: 'Slovenčina', lang: 'sk' },
          ]}
          value="sk"
        />
        <DateFields lang={lang} name="until" label="Until when?" hint="For example 12 12 2026" value="2026-12-12" />
        <TimeField name="at" label="At what time?" value="16:30" />
        <ReadingFields lang={lang} theme="system" size="normal" spacing="normal" />
        <Acts>
          <Button>Send</Button>
          <Button look="quiet" name="keep" value="draft">
            Keep for later
          </Button>
        </Acts>
      </Form>
    </section>
    <section>
      <h2>A form with mistakes</h2>
      <Form action="/gallery">
        <ErrorSummary lang={lang} errors={errors} />
        <TextField
          name="wrong-email"
          type="email"
          label="E-mail"
          autocomplete="email"
          value="rita@"
          error={mistakeOf(errors, 'wrong-email')}
        />
        <DateFields
          lang={lang}
          name="wrong-day"
          label="Until when?"
          value={{ day: '31', month: '2', year: '2026' }}
          error={mistakeOf(errors, 'wrong-day')}
        />
        <Choice
          name="wrong-child"
          label="Is this about one child?"
          options={children}
          error={mistakeOf(errors, 'wrong-child')}
        />
      </Form>
    </section>
  </>
)
