/** The gallery's people: rings, faces, voices, and what is not known yet. */
import type { Language } from '../platform/words/words.ts'
import { Acts } from './button.tsx'
import { Faces } from './face.tsx'
import { Ring, type Seat } from './ring.tsx'
import { UnknownList } from './unknown.tsx'
import { Voice, Voices } from './voice.tsx'

const seats: readonly Seat[] = ['heard', 'heard', 'heard', 'passed', 'heard', 'now', 'waiting', 'waiting']

/** Part of the gallery. */
export const GalleryVoices = ({ lang }: { lang: Language }) => (
  <>
    <section>
      <h2>The ring</h2>
      <div class="row">
        <Ring lang={lang} seats={seats} size="small" />
        <Ring lang={lang} seats={seats} />
        <Ring lang={lang} seats={seats} size="large" />
      </div>
      <Faces
        people={[
          { name: 'Inês Duarte' },
          { name: 'Marta' },
          { name: 'Tomás' },
          { name: 'Henk de Vries' },
          { name: 'Rita Vale' },
        ]}
      />
    </section>
    <section>
      <h2>What we do not know yet</h2>
      <UnknownList
        lang={lang}
        items={[
          { text: 'Does he know the words?', answer: <p>Yes: 14 of 15 lines.</p> },
          { text: 'Is it the reading, or the faces turning to him?' },
        ]}
      />
    </section>
    <section>
      <h2>Voices</h2>
      <Voices>
        <Voice
          name="Marta"
          meta="family · Tuesday, by e-mail"
          lang="pt"
          body={<p>Em casa treinou a página duas vezes.</p>}
          acts={
            <>
              <a href="#reply">Reply</a>
              <a href="#learned">I learned this</a>
            </>
          }
        />
        <Voice name="A member" unnamed meta="Monday" body={<p>I was afraid to say it.</p>} />
        <Voice name="A contribution was withdrawn" gone body={<p>Its place is kept.</p>} />
      </Voices>
      <Acts>
        <a href="#all">All voices</a>
      </Acts>
    </section>
  </>
)
