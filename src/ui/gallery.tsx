/** Every part in every state on one page, for tests in all themes and for those who build pages. */
import type { Language } from '../platform/words/words.ts'
import { Acts, Button, ButtonLink } from './button.tsx'
import { Card, OpenCard, Slip } from './card.tsx'
import { Chip } from './chip.tsx'
import { CopyButton, PrintButton } from './copy-button.tsx'
import { Definitions } from './definition.tsx'
import { Disclosure } from './disclosure.tsx'
import { Empty } from './empty.tsx'
import { GalleryForms } from './gallery-forms.tsx'
import { GalleryVoices } from './gallery-voices.tsx'
import { List } from './list.tsx'
import { Notice } from './notice.tsx'
import { Page } from './page.tsx'
import { Pagination } from './pagination.tsx'
import { Steps } from './steps.tsx'
import { Table } from './table.tsx'

const steps = ['Notice', 'Understand', 'Try', 'Look back']

/** The page of all parts; its sample sentences are English, for no reader meets it. */
export const Gallery = ({ lang }: { lang: Language }) => (
  <Page
    title="Every part, in every state"
    eyebrow="Gallery"
    lead="Warm paper, ink and one deep teal; rust only where a human needs you."
    under={<Steps lang={lang} steps={steps} current={1} label="Steps of the page" />}
    aside={
      <section>
        <h2>Beside the page</h2>
        <p>
          Short things that help. <a href="#notices">A link here</a>
        </p>
        <Definitions items={[{ term: 'Seen by', text: 'This community' }]} />
      </section>
    }
  >
    <section id="notices">
      <h2>Notices</h2>
      <Notice title="Good to know">
        <p>
          Students see this, too. <a href="#a">Why</a>
        </p>
      </Notice>
      <Notice kind="ok">
        <p>It is sent. You can take it back at any time.</p>
      </Notice>
      <Notice kind="warn">
        <p>The time of this try-out is over.</p>
      </Notice>
      <Notice kind="human" title="A human needs you">
        <p>One person waits for your yes.</p>
      </Notice>
    </section>
    <section>
      <h2>Buttons and chips</h2>
      <Acts>
        <Button type="button">Filled</Button>
        <Button type="button" look="quiet" icon="pen">
          Quiet
        </Button>
        <Button type="button" look="plain">
          Plain
        </Button>
        <ButtonLink href="#b">A link</ButtonLink>
      </Acts>
      <Button type="button" look="big" icon="pen">
        Big
      </Button>
      <p class="row close">
        <Chip>Calm</Chip>
        <Chip tone="teal">Teal</Chip>
        <Chip tone="ok">Kept</Chip>
        <Chip tone="warn">Changed</Chip>
        <Chip tone="human" icon="hand">
          Waits for you
        </Chip>
        <Chip href="#c">A place to go</Chip>
        <Chip href="#d" current>
          Here
        </Chip>
      </p>
      <CopyButton lang={lang} text="https://ciranda.example/join" />
      <PrintButton lang={lang} />
    </section>
    <section>
      <h2>Cards and steps</h2>
      <OpenCard level={3} title="A question that may be opened" href="#e" eyebrow="Challenge">
        <Steps lang={lang} steps={steps} current={3} label="Steps of the card" />
        <p class="muted">
          Last change on Tuesday. <a href="#f">Tell what you saw</a>
        </p>
      </OpenCard>
      <Card calm>
        <p>Set apart, without an edge.</p>
      </Card>
      <Slip head="Try-out · until 12 December" chip={<Chip tone="teal">Safe to try</Chip>}>
        <h3>Read in pairs</h3>
        <p>We stop if he asks to.</p>
      </Slip>
      <Slip head="Try-out · over" over>
        <p>What we saw stands below.</p>
      </Slip>
      <Steps lang={lang} steps={steps} current={3} finished label="Finished steps" />
    </section>
    <GalleryVoices lang={lang} />
    <GalleryForms lang={lang} />
    <section>
      <h2>Lists, tables, terms</h2>
      <List>
        <h3>
          <a href="#g">An item</a>
        </h3>
        <h3>
          <a href="#h">Another item</a>
        </h3>
      </List>
      <Table
        caption="Who was heard"
        head={['Role', 'Voices']}
        rows={[
          ['Family', 4],
          ['Teacher', 7],
        ]}
        numbers={[1]}
      />
      <Definitions
        items={[
          { term: 'Made by', text: 'Four people of one community' },
          { term: 'Licence', text: 'CC BY 4.0' },
        ]}
      />
      <Disclosure summary="Earlier versions">
        <p>Version 1, 3 December.</p>
      </Disclosure>
      <Pagination lang={lang} page={4} pages={12} href={(n) => `#page-${n}`} />
      <Empty level={3} title="Nobody has asked anything yet" text="The first question may be a small one.">
        <ButtonLink href="#i">Ask the first question</ButtonLink>
      </Empty>
    </section>
  </Page>
)
