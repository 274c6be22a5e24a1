import type { StoreDatabase } from '../store-database.ts'

/** Rows that the database refuses, with the message `refused`. */
interface RefusedWrite {
  readonly before: 'INSERT' | 'DELETE'
  readonly on: string
  /** A condition on `NEW` or `OLD`; without it every row is refused. */
  readonly when?: string
}

/** Makes the database refuse rows of a table in the middle of a statement, until `allowWrites`. */
export async function refuseWrites(database: StoreDatabase, { before, on, when }: RefusedWrite): Promise<void> {
  if (database.engine === 'sqlite') {
    const condition = when ? `WHEN ${when}` : ''
    database.connections.writer.exec(
      `CREATE TRIGGER refuse BEFORE ${before} ON ${on} ${condition} BEGIN SELECT RAISE(ABORT, 'refused'); END`,
    )
    return
  }
  await database.pool.query(`CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
    CREATE TRIGGER refuse BEFORE ${before} ON ${on} FOR EACH ROW ${when ? `WHEN (${when})` : ''}
      EXECUTE FUNCTION refuse()`)
}

/** Ends what `refuseWrites` began. */
export async function allowWrites(database: StoreDatabase, on: string): Promise<void> {
  if (database.engine === 'sqlite') database.connections.writer.exec('DROP TRIGGER refuse')
  else await database.pool.query(`DROP TRIGGER refuse ON ${on}`)
}
