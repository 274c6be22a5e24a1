import pg from 'pg'

/** Connects without the store, for the limit of a benchmark. Statements that are not awaited one by one share a round trip. */
export async function openBareConnection(url: string): Promise<pg.Client> {
  const connection = new pg.Client({ connectionString: url, pipeline: true })
  await connection.connect()
  return connection
}
