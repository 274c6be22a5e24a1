import { databaseAt } from '@wayproof/database/testing/database-for-tests'

/**
 * Lets the clock of a PostgreSQL database be set ahead: its own functions of the time come before the system's. Returns
 * the function that sets it, in milliseconds.
 */
export async function moveServerClock(databaseUrl: string): Promise<(ahead: number) => Promise<void>> {
  const { run } = databaseAt(databaseUrl)
  const name = new URL(databaseUrl).pathname.slice(1)
  await run(`CREATE SCHEMA moved`)
  await run(`CREATE TABLE moved.clock (ahead bigint NOT NULL)`)
  await run(`INSERT INTO moved.clock VALUES (0)`)
  const time = `timestamptz LANGUAGE sql STABLE AS $$
    SELECT pg_catalog.clock_timestamp() + (SELECT ahead FROM moved.clock) * interval '1 millisecond' $$`
  for (const function_ of ['clock_timestamp', 'now']) await run(`CREATE FUNCTION moved.${function_}() RETURNS ${time}`)
  await run(`ALTER DATABASE "${name}" SET search_path = public, moved, pg_catalog`)
  return (ahead) => run('UPDATE moved.clock SET ahead = @ahead', { ahead })
}
