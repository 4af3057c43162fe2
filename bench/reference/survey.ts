// Scales and changes of others, measured by us and by R and psych.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { picked } from '../../src/cli/measure/picked.ts'
import { wavesOfLong } from '../../src/cli/measure/waves.ts'
import { type Change, changeOf } from '../../src/modules/measurement/engine/change/change.ts'
import { isRefused, type Refused } from '../../src/modules/measurement/engine/refused.ts'
import { type Scale, type ScaleRules, scaleOf } from '../../src/modules/measurement/engine/scale/scale.ts'
import { quiet } from './desk.ts'
import { type ReferenceRow, same } from './row.ts'

type Figures = Readonly<Record<string, number>>

interface ScaleTold {
  readonly k: number
  readonly n_complete: number
  readonly reverse_items: string | readonly string[]
  readonly reverse_formula: string
  readonly item_mean_listwise: Figures
  readonly item_sd_listwise: Figures
  readonly item_rest_r_listwise: Figures
  readonly alpha_if_deleted_listwise: Figures
}

interface StudyTold {
  readonly change: Figures
  readonly alpha_t1: Figures
  readonly alpha_t2: Figures
}

/** All figures of every `survey-*` folder, recognised by the shape of their references. */
export const surveyRows = async (folder: string): Promise<ReferenceRow[]> => {
  const rows: ReferenceRow[] = []
  for (const set of (await readdir(folder)).filter((name) => name.startsWith('survey-')).sort()) {
    const files = await readdir(join(folder, set))
    const data = files.find((name) => name.endsWith('.csv') && !name.startsWith('reference.'))
    if (data === undefined) continue
    for (const name of files.filter((file) => /^reference\..*\.json$/.test(file))) {
      const told = JSON.parse(await readFile(join(folder, set, name), 'utf8'))
      rows.push(...(await rowsOf(set, join(folder, set, data), told)))
    }
  }
  return rows
}

const rowsOf = async (set: string, file: string, told: Record<string, unknown>): Promise<ReferenceRow[]> => {
  const rows: ReferenceRow[] = []
  for (const [name, one] of Object.entries({ ...told, ...(told.scales as object) }))
    if (one && typeof one === 'object' && 'item_rest_r_listwise' in one)
      rows.push(...scaleRows(`${set}/${name}`, await scaleIn(file, one as unknown as ScaleTold), one as never))
  if (told.result) rows.push(...changeRows(set, await changeIn(file, undefined, undefined), told.result as Figures))
  const reversed = told.reversed_items as string[] | undefined
  for (const [study, one] of Object.entries((told.studies ?? {}) as Record<string, StudyTold>))
    rows.push(...(await studyRows(`${set}/${study}`, file, study, reversed ?? [], one)))
  return rows
}

const given = <M extends object>(outcome: M | Refused): M => {
  if (isRefused(outcome)) throw new Error(outcome.refused)
  return outcome
}

const scaleIn = async (file: string, told: ScaleTold): Promise<Scale> => {
  const items = Object.keys(told.item_mean_listwise)
  const sum = Number(/^(\d+) - x$/.exec(told.reverse_formula)?.[1] ?? Number.NaN)
  const reverse = told.reverse_items === 'none' ? [] : [told.reverse_items].flat()
  const read = await picked(file, { items }, quiet)
  const range = Number.isNaN(sum) ? undefined : { min: 1, max: sum - 1 }
  return given(scaleOf(read.items, { reverse, range, missing: 'listwise' }))
}

const scaleRows = (set: string, ours: Scale, told: ScaleTold & Figures): ReferenceRow[] => {
  const perItem = (name: string, figures: Figures, pick: (item: string) => number | null | undefined) =>
    Object.entries(figures).map(([item, reference]) => same(set, `${name} ${item}`, pick(item) ?? null, reference))
  const item = (name: string) => ours.items.find((one) => one.item === name)
  return [
    same(set, 'complete', ours.complete, told.n_complete),
    same(set, 'alpha.listwise', ours.alpha.listwise, told.alpha_raw_listwise ?? null),
    same(set, 'alpha.pairwise', ours.alpha.pairwise, told.alpha_raw_psych_pairwise ?? null),
    same(set, 'standardizedAlpha.listwise', ours.standardizedAlpha.listwise, told.alpha_std_listwise ?? null),
    same(set, 'standardizedAlpha.pairwise', ours.standardizedAlpha.pairwise, told.alpha_std_psych_pairwise ?? null),
    same(set, 'meanCorrelation.pairwise', ours.meanCorrelation.pairwise, told.average_r_pairwise ?? null),
    same(set, 'mean', ours.mean, told.mean_of_items_score_mean ?? null),
    same(set, 'sd, times k', times(ours.sd, told.k), told.total_sd_listwise ?? null),
    same(set, 'sem, times k', times(ours.sem, told.k), told.sem_listwise ?? null),
    ...perItem('items.mean', told.item_mean_listwise, (name) => item(name)?.mean),
    ...perItem('items.sd', told.item_sd_listwise, (name) => item(name)?.sd),
    ...perItem('itemTotal', told.item_rest_r_listwise, (name) => ours.itemTotal[name]),
    ...perItem('alphaIfDropped', told.alpha_if_deleted_listwise, (name) => ours.alphaIfDropped[name]),
  ]
}

const times = (value: number | null, by: number): number | null => (value === null ? null : value * by)

const POINTS = { min: 1, max: 4 }
const NOT_ITEMS = ['study', 'time', 'id', 'rownames']

const studyRows = async (set: string, file: string, study: string, reverse: readonly string[], told: StudyTold) => {
  const header = (await readFile(file, 'utf8'))
    .split(/[\r\n]/)[0]
    ?.split(',')
    .map((name) => name.replaceAll('"', ''))
  const items = (header ?? []).filter((name) => !NOT_ITEMS.includes(name))
  const rules: ScaleRules = { reverse, range: POINTS, missing: 'listwise' }
  const rows: ReferenceRow[] = []
  for (const [time, figures] of Object.entries({ 1: told.alpha_t1, 2: told.alpha_t2 })) {
    const read = await picked(file, { items, where: [`study=${study}`, `time=${time}`] }, quiet)
    const { alpha } = given(scaleOf(read.items, rules))
    rows.push(
      same(set, `alpha.listwise, time ${time}`, alpha.listwise, figures.alpha_raw_listwise ?? null),
      same(set, `alpha.pairwise, time ${time}`, alpha.pairwise, figures.alpha_raw_psych_pairwise ?? null),
    )
  }
  return [...rows, ...changeRows(set, await changeIn(file, study, { items, rules }), told.change)]
}

const changeIn = async (
  file: string,
  study: string | undefined,
  scale: { items: readonly string[]; rules: ScaleRules } | undefined,
): Promise<Change> => {
  const columns = scale ? { id: 'id', wave: 'time' } : { id: 'ID', wave: 'group' }
  const measure = {
    value: scale ? undefined : 'extra',
    items: scale?.items ?? [],
    rules: scale?.rules ?? { missing: 'listwise' as const },
    picking: study === undefined ? {} : { where: [`study=${study}`] },
  }
  const { waves } = await wavesOfLong(file, columns, measure, quiet)
  const [before, after] = waves
  if (!before || !after) throw new Error(`${file} has no two waves`)
  return given(changeOf(before, after))
}

const changeRows = (set: string, ours: Change, told: Figures & { ci95_change?: unknown }): ReferenceRow[] => {
  const [low, high] = (told.ci95_change as unknown as number[] | undefined) ?? []
  const g = (told.hedges_gz_approx ?? Number.NaN) / (told.cohens_dz ?? Number.NaN)
  const rows: [string, number | null | undefined, number | undefined][] = [
    ['n', ours.n, told.n_pairs],
    ['before.mean', ours.before.mean, told.mean_pre],
    ['before.sd', ours.before.sd, told.sd_pre],
    ['after.mean', ours.after.mean, told.mean_post],
    ['after.sd', ours.after.sd, told.sd_post],
    ['r', ours.r, told.r_pre_post],
    ['mean', ours.mean, told.mean_change],
    ['sd', ours.sd, told.sd_change],
    ['dz', ours.dz, told.cohens_dz],
    ['dav', ours.dav, told.cohens_d_av],
    ['drm', ours.drm, told.cohens_d_rm],
    ['glass', ours.glass, told.cohens_d_glass_pre_sd],
    ['hedgesGz', ours.hedgesGz, told.hedges_gz_approx],
    ['hedgesGav (d_av times the factor of g_z)', ours.hedgesGav, (told.cohens_d_av ?? Number.NaN) * g],
    ['ci95, low', ours.ci95?.[0], low],
    ['ci95, high', ours.ci95?.[1], high],
    ['t', ours.t, told.t],
    ['df', ours.df, told.df],
    ['p', ours.p, told.p_two_sided],
    ['wilcoxon.v', ours.wilcoxon?.v, told.wilcoxon_V],
    ['wilcoxon.p', ours.wilcoxon?.p, told.wilcoxon_p_normal_continuity],
    ['up', ours.up, told.n_improved],
    ['same', ours.same, told.n_same],
    ['down', ours.down, told.n_worse],
  ]
  return rows.map(([figure, value, reference]) => same(set, figure, value ?? null, reference ?? null))
}
