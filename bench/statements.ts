/** Which statements a database spends its time with, as its own extension pg_stat_statements counts them. */
import pg from 'pg'

/** One statement. Milliseconds of all its calls together. */
export interface Statement {
  readonly query: string
  readonly calls: number
  readonly planning: number
  readonly executing: number
}

const asOwner = async <T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

/** Does at once what the database does by itself within minutes: until then a fresh load is read the long way round. */
export const tidyUp = (url: string): Promise<unknown> => asOwner(url, (client) => client.query('vacuum analyze'))

/** From the next start of the database on, or no longer. */
export const countStatements = (url: string, counting: boolean): Promise<unknown> =>
  asOwner(url, async (client) => {
    const settings = { shared_preload_libraries: "'pg_stat_statements'", 'pg_stat_statements.track_planning': 'on' }
    for (const [name, value] of Object.entries(settings))
      await client.query(counting ? `alter system set ${name} = ${value}` : `alter system reset ${name}`)
  })

/** Begins to count. */
export const countFromNow = (url: string): Promise<unknown> =>
  asOwner(url, async (client) => {
    await client.query('create extension if not exists pg_stat_statements')
    await client.query('select pg_stat_statements_reset()')
  })

/** What was counted, the most time first. */
export const countedStatements = (url: string): Promise<Statement[]> =>
  asOwner(url, async (client) => {
    const { rows } = await client.query(`
      select regexp_replace(query, '\\s+', ' ', 'g') as query, calls::int as calls,
        total_plan_time as planning, total_exec_time as executing
      from pg_stat_statements where query not like '%pg_stat_statements%'
      order by total_plan_time + total_exec_time desc limit 30`)
    return rows as Statement[]
  })

/** Takes the extension out again, so that a kept folder is as it was. */
export const forgetStatements = async (url: string): Promise<void> => {
  await asOwner(url, (client) => client.query('drop extension if exists pg_stat_statements'))
  await countStatements(url, false)
}
