/** The button on the sign-in page that leads to the school. */
import { urls } from '../../urls.ts'

// A link, for a form may not be sent on to another site; a whole load, for the school's page is not ours to fetch.
export const SignInBySchool = ({ button, next }: { button: string; next: string }) => (
  <p>
    <a class="btn quiet" href={urls.goToSchool({}, { next })} data-turbo="false" rel="nofollow" dir="auto">
      {button}
    </a>
  </p>
)
