/** Whether the database is as it must be: its form, its roles, its walls, its promises. */
import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/db/database.ts'
import { broken, type Finding, fine, look, sizeOf } from './finding.ts'

const OWN_CONNECTIONS = 20

interface Facts {
  readonly version: string
  readonly size: number
  readonly most: number
  readonly used: number
  readonly fsync: string
  readonly pages: string
  readonly commit: string
  readonly encoding: string
  readonly lower: string
}

/** Examines it as the owner, and once as the web's role. `needed` are the steps this version brings, in order. */
export const examineDatabase = async (db: Database, needed: readonly string[]): Promise<Finding[]> => {
  const begun = performance.now()
  const owners = await db.asSystem('command-line', async (tx) => {
    const [facts] = await tx.rows(serverFacts)
    const took = Math.round(performance.now() - begun)
    if (!facts) throw new Error('The database said nothing')
    return [
      fine('database', `PostgreSQL ${facts.version} answers in ${took} ms and holds ${sizeOf(facts.size)}`),
      ...steps(await stepsTaken(tx), needed),
      ...promises(facts),
      ...(await extensions(tx)),
      ...(await walls(tx)),
    ]
  })
  return [...owners, await asTheWeb(db)]
}

const serverFacts = sql<Facts>`
  select split_part(current_setting('server_version'), ' ', 1) as version, pg_database_size(current_database()) as size,
    current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as most,
    (select count(*) from pg_stat_activity where backend_type = 'client backend') as used,
    current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
    current_setting('synchronous_commit') as commit, current_setting('server_encoding') as encoding,
    lower('ÇŽ') as lower`

const stepsTaken = async (tx: Tx): Promise<string[] | undefined> => {
  const [laid] = await tx.rows(
    sql<{ laid: boolean }>`select to_regclass('public.ciranda_migration') is not null as laid`,
  )
  if (!laid?.laid) return undefined
  return (await tx.rows(sql<{ name: string }>`select name from public.ciranda_migration order by name`)).map(
    ({ name }) => name,
  )
}

/** The form of the database beside the form this version needs. Pure. */
export const steps = (taken: readonly string[] | undefined, needed: readonly string[]): Finding[] => {
  if (taken === undefined)
    return [look('database', 'It is empty: no Ciranda has laid it out', 'npm start or ciranda migrate does.')]
  const missing = needed.filter((name) => !taken.includes(name))
  const foreign = taken.find((name) => !needed.includes(name))
  if (foreign)
    return [
      broken(
        'database',
        `It was written by a newer Ciranda (it knows ${foreign})`,
        'Bring that version: git pull, npm start.',
      ),
    ]
  if (missing.length > 0)
    return [
      look(
        'database',
        `Steps to the form of this version are missing: ${missing.length}`,
        'ciranda migrate takes them, and so does npm start.',
      ),
    ]
  return [fine('database', `Its form is that of this version (${taken.length} steps, the last is ${taken.at(-1)})`)]
}

/** What the server promises about what it acknowledged, and about letters. Pure. */
export const promises = ({
  fsync,
  pages,
  commit,
  encoding,
  lower,
  most,
  used,
}: Omit<Facts, 'version' | 'size'>): Finding[] => {
  const off = Object.entries({ fsync, full_page_writes: pages }).filter(([, value]) => value !== 'on')
  const left = most - used
  return [
    off.length > 0
      ? broken(
          'database',
          `${off.map(([name]) => name).join(' and ')} ${off.length > 1 ? 'are' : 'is'} off: a power cut can destroy everything`,
          'Set it on in postgresql.conf and restart PostgreSQL.',
        )
      : commit === 'off'
        ? look(
            'database',
            'synchronous_commit is off: a power cut loses the last words',
            'Set it on in postgresql.conf.',
          )
        : fine('database', 'What it acknowledges is on the disk'),
    encoding !== 'UTF8' || lower !== 'çž'
      ? broken(
          'database',
          `Its encoding is ${encoding}, and upper and lower case ${lower === 'çž' ? 'work' : 'do not work for every letter'}`,
          'Make the database anew with encoding UTF8 and a UTF-8 locale such as C.UTF-8.',
        )
      : fine('database', 'It knows every letter'),
    left < OWN_CONNECTIONS
      ? look(
          'database',
          `${used} of ${most} connections are taken; one Ciranda uses up to ${OWN_CONNECTIONS}`,
          'Raise max_connections, or end who does not need theirs.',
        )
      : fine('database', `${used} of ${most} connections are taken`),
  ]
}

const extensions = async (tx: Tx): Promise<Finding[]> => {
  const wanted = ['pg_trgm']
  const there = (await tx.rows(sql<{ name: string }>`select extname as name from pg_extension`)).map(({ name }) => name)
  const missing = wanted.filter((name) => !there.includes(name))
  return missing.length === 0
    ? [fine('database', `What it needs of extensions is there (${wanted.join(', ')})`)]
    : [
        broken(
          'database',
          `An extension is missing: ${missing.join(', ')}`,
          `As the owner of the server: ${missing.map((name) => `create extension ${name};`).join(' ')}`,
        ),
      ]
}

interface WebRole {
  readonly passes: boolean
  readonly member: boolean
  readonly owns: number
  readonly open: string[]
  readonly walled: number
}

const walls = async (tx: Tx): Promise<Finding[]> => {
  const [there] = await tx.rows(sql`select from pg_roles where rolname = 'ciranda_app'`)
  if (!there)
    return [
      broken(
        'database',
        'The role ciranda_app is missing, by which pages are read',
        'ciranda migrate makes it; its user needs the right to create roles.',
      ),
    ]
  const [found] = await tx.rows(webRole)
  if (!found) return []
  const { passes, member, owns, open, walled } = found
  const restore = 'Somebody changed it by hand: restore the backup from before, or ask whoever did.'
  return [
    ...(passes
      ? [
          broken(
            'database',
            'The role ciranda_app passes every wall',
            'alter role ciranda_app nosuperuser nobypassrls;',
          ),
        ]
      : []),
    ...(member
      ? []
      : [
          broken(
            'database',
            'The user in DATABASE_URL may not act as ciranda_app',
            'As the owner of the server: grant ciranda_app to that user;',
          ),
        ]),
    ...(owns > 0
      ? [broken('database', `The role ciranda_app owns ${owns} tables, and owners pass their walls`, restore)]
      : []),
    open.length > 0
      ? broken(
          'database',
          `The wall is down around ${open.join(', ')}`,
          `alter table … enable row level security; ${restore}`,
        )
      : fine('database', `The walls stand around ${walled} tables`),
  ]
}

const webRole = sql<WebRole>`
  with rows_of as (
    select n.nspname || '.' || c.relname as name, c.relrowsecurity as walled,
      exists (select from pg_policy p where p.polrelid = c.oid) or exists (
        select from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
          and a.atttypid = to_regtype('platform.audience')) as must
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
      and has_schema_privilege('ciranda_app', n.oid, 'usage') and has_any_column_privilege('ciranda_app', c.oid, 'select'))
  select r.rolsuper or r.rolbypassrls as passes, pg_has_role(current_user, 'ciranda_app', 'member') as member,
    (select count(*) from pg_class c where c.relowner = r.oid) as owns,
    coalesce((select array_agg(name order by name) from rows_of where must and not walled), '{}') as open,
    (select count(*) from rows_of where walled) as walled
  from pg_roles r where r.rolname = 'ciranda_app'`

const asTheWeb = async (db: Database): Promise<Finding> => {
  try {
    const [[row]] = await db.read({ personId: null }, sql<{ me: string }>`select current_user as me`)
    return fine('database', `Pages are read as ${row?.me}`)
  } catch {
    return broken(
      'database',
      'No page can be read as ciranda_app',
      'Lay the database out first (ciranda migrate), and see what stands above.',
    )
  }
}
