/** The conditions of the release gate, one under the other: what is done, what is still open, and where to do it. */
import type { Language } from '../../../../platform/words/words.ts'
import { Icon } from '../../../../ui/icons.tsx'
import type { Condition } from '../gate.ts'
import { conditionSaid } from '../saying.ts'
import { words } from '../words.ts'

const anchors: Record<Condition['name'], string> = {
  ready: '#ready',
  depicted: '#depicted',
  child: '#check',
  circle: '#circle',
  licence: '#publish',
}

/** Each condition leads to where it is met. */
export const GateList = (props: { lang: Language; zone: string; conditions: readonly Condition[]; tends: boolean }) => {
  const { lang, zone, conditions, tends } = props
  const t = words(lang)
  const said = (condition: Condition) => conditionSaid(condition, lang, zone, tends)
  return (
    <section aria-labelledby="gate">
      <h2 id="gate">{t(conditions.every((one) => one.met) ? 'gate.open' : 'gate')}</h2>
      <ul class="story-gate">
        {conditions.map((condition) => (
          <li key={condition.name} class={condition.met ? 'met' : undefined}>
            <Icon name={condition.met ? 'check' : 'arrow'} />
            <span>
              <span class="unseen">{t(condition.met ? 'gate.met' : 'gate.unmet')}: </span>
              {condition.met ? said(condition) : <a href={anchors[condition.name]}>{said(condition)}</a>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
