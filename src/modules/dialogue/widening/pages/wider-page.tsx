/** Opening to the community what was said to a few: the author's wish, and the facilitators' list of wishes. */
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Markdown } from '../../../../ui/markdown.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { communityUrls } from '../../../community/public.ts'
import type { Said } from '../../contract.ts'
import type { Setting } from '../../pages/who-said.tsx'
import { saidOn } from '../../said-on.ts'
import { urls as dialogueUrls } from '../../urls.ts'
import { words as dialogueWords } from '../../words.ts'
import type { Wished } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

const Told = ({ lang, reason }: Pick<Setting, 'lang'> & { reason?: string | undefined }) =>
  reason ? (
    <Notice kind="warn" announce>
      <p>{words(lang).maybe(reason)}</p>
    </Notice>
  ) : null

export const WishPage = (
  props: Setting & { said: Said; asked: Date | null; could: boolean; reason?: string | undefined },
) => {
  const { lang, slug, said, asked, could } = props
  const t = words(lang)
  const back = dialogueWords(lang)('voice.back')
  return (
    <Page
      title={t('wish.title')}
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: back, href: dialogueUrls.voice({ slug, id: said.id }) }]} />}
    >
      <Told lang={lang} reason={props.reason} />
      <Card calm>
        <Markdown html={said.html} lang={said.language} />
      </Card>
      <p>{t(asked ? 'wish.asked' : could ? 'wish.says' : 'cannot')}</p>
      {asked || could ? (
        <Form action={urls.wish({ slug, id: said.id })}>
          <Acts>
            <Button look={asked ? 'quiet' : 'filled'} name="wish" value={asked ? 'no' : 'yes'}>
              {t(asked ? 'wish.back' : 'wish.go')}
            </Button>
          </Acts>
        </Form>
      ) : null}
    </Page>
  )
}

export const WishesPage = (props: Setting & { wishes: readonly Wished[]; reason?: string | undefined }) => {
  const { lang, slug, zone, now, wishes } = props
  const t = words(lang)
  const groups = communityUrls.groups(slug)
  return (
    <Page
      title={t('wishes.title')}
      lead={wishes.length > 0 ? t('wishes.lead') : t('wishes.none')}
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('groups'), href: groups }]} />}
    >
      <Told lang={lang} reason={props.reason} />
      <ul class="list">
        {wishes.map((wish) => {
          const at = { slug, id: wish.id }
          return (
            <li key={wish.id} class="flow">
              <p>
                <b dir="auto">{wish.author}</b> <span class="meta">{saidOn(wish.asked_at, now, lang, zone)}</span>
              </p>
              <Markdown html={wish.html} lang={wish.language} />
              {wish.mine ? (
                <p class="muted">{t('wishes.mine')}</p>
              ) : (
                <div class="acts">
                  <Form action={urls.opening(at)} inline>
                    <input type="hidden" name="version" value={wish.version} />
                    <Button look="quiet" says={`${t('wishes.open')}: ${wish.author}`}>
                      {t('wishes.open')}
                    </Button>
                  </Form>
                  <Form action={urls.leaving(at)} inline>
                    <Button look="plain" says={`${t('wishes.leave')}: ${wish.author}`}>
                      {t('wishes.leave')}
                    </Button>
                  </Form>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </Page>
  )
}
