/** What values of the wire become: whole numbers, days as they are written, moments. */
import pg from 'pg'
import { momentOf } from './moments.ts'

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, momentOf)
