import { describe, expect, inject, test } from 'vitest'
import { engines } from '../testing/engines.ts'
import { openTestPostgresql } from '../testing/test-postgresql.ts'
import type { Dialect, TypedColumn } from './dialect.ts'
import type { Query, Statement, Values } from './query.ts'
import type { QueryDatabase } from './query-database.ts'

const INSERT = `INSERT INTO job_run (job, period, at, late) VALUES (@job, @period, @at, @late)`

const run = (database: QueryDatabase, ...periods: string[]) =>
  database.transaction(async ({ query }) => {
    for (const period of periods) await query.run(INSERT, { job: 'j', period, at: new Date(1_500), late: true })
  })

/** The value of one expression. */
async function evaluate(database: QueryDatabase, expression: (dialect: Dialect) => string, values: Values = {}) {
  const statement: Statement = (dialect) => `SELECT ${expression(dialect)} AS value`
  return (await database.query.get<{ value: unknown }>(statement, values))?.value
}

describe.each(engines)('a statement on $engine', ({ open }) => {
  test('returns instants as milliseconds, booleans as 0 or 1, sums as numbers and bytes as buffers', async () => {
    const database = await open()
    await run(database, '1', '2')
    const row = await database.query.get(
      `SELECT at AS firstAt, late AS wasLate, @bytes AS bytes, @half AS half, @missing AS missing,
        (SELECT count(*) FROM job_run) AS runs, (SELECT sum(fence) FROM job_run) AS fences, '@job "aB"' AS quoted
        FROM job_run WHERE period = @period -- a comment with @unknown`,
      { bytes: Uint8Array.of(1, 2), half: 0.5, missing: null, period: '2' },
    )
    expect(row).toEqual({
      firstAt: 1_500,
      wasLate: 1,
      bytes: Buffer.of(1, 2),
      half: 0.5,
      missing: null,
      runs: 2,
      fences: 0,
      quoted: '@job "aB"',
    })
  })

  test('compares texts byte by byte and instants with dates', async () => {
    const database = await open()
    await run(database, 'b', 'É', 'B', 'a', 'é')
    const rows = await database.query.all<{ period: string }>(
      'SELECT period FROM job_run WHERE at <= @now AND at > @before AND late ORDER BY period',
      { now: new Date(1_500), before: new Date(1_499) },
    )
    expect(rows.map(({ period }) => period)).toEqual(['B', 'a', 'b', 'É', 'é'])
    expect(await database.query.all('SELECT period FROM job_run WHERE at < @now', { now: new Date(1_500) })).toEqual([])
  })

  test('returns how many rows it changed, and undefined for a missing row', async () => {
    const database = await open()
    await run(database, '1', '2')
    const changed = await database.transaction(({ query }) =>
      query.run('UPDATE job_run SET late = @late WHERE period <> @period', { late: false, period: '1' }),
    )
    expect(changed).toBe(1)
    expect(await database.query.get('SELECT period FROM job_run WHERE NOT late')).toEqual({ period: '2' })
    expect(
      await database.query.get('SELECT 1 AS one FROM job_run WHERE period = @period', { period: '' }),
    ).toBeUndefined()
  })

  test('fails without a value for a parameter', async () => {
    await expect((await open()).query.all('SELECT @missing AS value', {})).rejects.toThrow(/missing/i)
  })

  test('sees in a snapshot nothing that was written after it began, and writes continue beside it', async () => {
    const database = await open()
    await run(database, '1')
    if (await isLimitedToOne(database)) return
    const counts = await database.readSnapshot(async (query) => {
      const count = () => query.get('SELECT count(*) AS n FROM job_run')
      const before = await count()
      await run(database, '2')
      return [before, await count(), await database.query.get('SELECT count(*) AS n FROM job_run')]
    })
    expect(counts).toEqual([{ n: 1 }, { n: 1 }, { n: 2 }])
  })

  test.each(['write', 'writeUnsynced'] as const)(
    'stores a `%s` completely, or rolls it back if its work fails',
    async (write) => {
      const database = await open()
      const insert = (period: string) => (query: Query) =>
        query.run(INSERT, { job: 'j', period, at: new Date(0), late: false })
      await database[write](insert('1'))
      await database.sync()
      const failing = database[write](async (query) => {
        await insert('2')(query)
        expect(await query.get('SELECT count(*) AS n FROM job_run')).toEqual({ n: 2 })
        throw new Error('the work fails')
      })
      await expect(failing).rejects.toThrow('the work fails')
      expect(await database.query.all('SELECT period FROM job_run')).toEqual([{ period: '1' }])
    },
  )

  test.each(['write', 'writeUnsynced'] as const)(
    'throws inside a `%s` unless it uses the handle of the transaction',
    async (write) => {
      const database = await open()
      const calls: (() => Promise<unknown>)[] = [
        () => database.query.all('SELECT 1'),
        () => database.readSnapshot(async () => null),
        () => database.write(async () => null),
        () => database.writeUnsynced(async () => null),
        () => database.transaction(async () => null),
        () => database.sync(),
      ]
      for (const call of calls)
        await expect(database[write](async () => void (await call()))).rejects.toThrow('inside a transaction')
    },
  )

  test('loses no count when many count and write at once', async () => {
    const database = await open()
    await run(database, '1')
    const add = () =>
      database.write(async (query) => {
        const row = await query.get<{ fence: number }>('SELECT fence FROM job_run')
        await query.run('UPDATE job_run SET fence = @fence', { fence: (row?.fence ?? Number.NaN) + 1 })
      })
    await Promise.all(Array.from({ length: 5 }, add))
    expect(await database.query.get('SELECT fence FROM job_run')).toEqual({ fence: 5 })
  })

  test('returns a large result of a snapshot in batches, in order', async () => {
    const database = await open()
    const numbers = Array.from({ length: 2_001 }, (_, n) => n)
    const statement: Statement = ({ listed }) => `SELECT value AS number FROM ${listed('@numbers')} ORDER BY value`
    const sizes: number[] = []
    const found: number[] = []
    await database.readSnapshot(async (query) => {
      for await (const batch of query.batches<{ number: number }>(statement, { numbers })) {
        sizes.push(batch.length)
        found.push(...batch.map(({ number }) => number))
      }
    })
    expect(sizes).toEqual([1_000, 1_000, 1])
    expect(found).toEqual(numbers)
  })

  test('is rolled back with its transaction', async () => {
    const database = await open()
    const failing = database.transaction(async ({ query, records }) => {
      await query.run(INSERT, { job: 'j', period: '1', at: new Date(0), late: false })
      expect(await records.jobRun.count()).toBe(1)
      throw new Error('the work fails')
    })
    await expect(failing).rejects.toThrow('the work fails')
    expect(await database.query.get('SELECT count(*) AS n FROM job_run')).toEqual({ n: 0 })
  })
})

/** A snapshot uses the only connection, so a write beside it would wait for it. */
const isLimitedToOne = async (database: QueryDatabase) =>
  'pool' in database && (database as Pool).pool.options.max === 1

interface Pool extends QueryDatabase {
  readonly pool: { readonly options: { readonly max: number } }
}

const CASES: readonly [string, (dialect: Dialect) => string, Values, unknown][] = [
  ['finds a text in a list', ({ oneOf }) => oneOf('@one', '@list'), { one: 'b', list: ['a', 'b'] }, 1],
  ['finds a number in a list', ({ oneOf }) => oneOf('@one', '@list'), { one: 2, list: [1, 2] }, 1],
  ['finds nothing in an empty list', ({ oneOf }) => oneOf('@one', '@list'), { one: 'b', list: [] }, 0],
  ['takes the smallest value', ({ least }) => least('@a', '@b'), { a: 'x', b: 'k' }, 'k'],
  ['has no smallest value with a null', ({ least }) => least('@a', 'CAST(NULL AS TEXT)'), { a: 'x' }, null],
  ['takes the largest value', ({ greatest }) => greatest('@a', '@b', '@c'), { a: 3, b: 9, c: 4 }, 9],
  ['has no largest value with a null', ({ greatest }) => greatest('@a', 'CAST(NULL AS TEXT)'), { a: 'x' }, null],
  [
    'adds days over the end of a month',
    ({ addDays }) => addDays('@day', '@n'),
    { day: '2028-02-29', n: 1 },
    '2028-03-01',
  ],
  [
    'adds a computed number of days',
    ({ addDays }) => addDays('@day', '@n - 3'),
    { day: '2028-02-29', n: 2 },
    '2028-02-28',
  ],
  ['adds months', ({ addMonths }) => addMonths('@day', '@n'), { day: '2026-11-30', n: 2 }, '2027-01-30'],
  ['takes months away', ({ addMonths }) => addMonths('@day', '@n'), { day: '2026-01-15', n: -12 }, '2025-01-15'],
  [
    'adds months to a day that a month lacks',
    ({ addMonths }) => addMonths('@day', '@n'),
    { day: '2026-01-31', n: 1 },
    '2026-03-03',
  ],
  ['adds a year to a leap day', ({ addMonths }) => addMonths('@day', '@n'), { day: '2028-02-29', n: 12 }, '2029-03-01'],
  [
    'counts days over a leap day',
    ({ daysBetween }) => daysBetween('@from', '@to'),
    { from: '2028-02-01', to: '2028-03-01' },
    29,
  ],
  [
    'counts days backwards',
    ({ daysBetween }) => daysBetween('@from', '@to'),
    { from: '2026-01-01', to: '2025-12-31' },
    -1,
  ],
  ['finds the start of a month', ({ startOfMonth }) => startOfMonth('@day'), { day: '2028-02-29' }, '2028-02-01'],
  [
    'has milliseconds of an instant',
    ({ milliseconds }) => `${milliseconds('@at')} + 1`,
    { at: new Date(1_700_000_000_123) },
    1_700_000_000_124,
  ],
  [
    'makes an instant of milliseconds',
    ({ instantOf, milliseconds }) => instantOf(`CAST(${milliseconds('@at')} / 1000 AS BIGINT) * 1000`),
    { at: new Date(1_800_000_000_123) },
    1_800_000_000_000,
  ],
  ['knows JSON', ({ isJson }) => isJson('@json'), { json: '{"a":[1]}' }, 1],
  ['knows what is no JSON', ({ isJson }) => isJson('@json'), { json: '{"a":' }, 0],
  ['reads a field of JSON', ({ jsonField }) => jsonField('@json', 'a'), { json: '{"a":"x","b":{"a":"y"}}' }, 'x'],
  [
    'lists the items of a parameter',
    ({ listed }) => `(SELECT max(value) FROM ${listed('@list')})`,
    { list: ['a', 'c', 'b'] },
    'c',
  ],
  [
    'splits a text at its commas',
    ({ parts }) => `(SELECT count(*) || min(part.value) FROM (SELECT @text AS text) t, ${parts('t.text', 'part')})`,
    { text: 'zh-CN,en' },
    '2en',
  ],
  [
    'makes JSON of rows',
    ({ listed, jsonObject, jsonRows }) =>
      `(SELECT ${jsonRows('row')} FROM (SELECT ${jsonObject({ a: 'value' })} AS row FROM ${listed('@none')}) rows)`,
    { none: [] },
    '[]',
  ],
  [
    'sets a field of JSON',
    ({ jsonField, withJsonField }) =>
      `${jsonField(withJsonField('@json', 'a', 'CAST(@n AS bigint)'), 'a')} || ${jsonField(withJsonField('@json', 'a', 'CAST(@n AS bigint)'), 'b')}`,
    { json: '{"a":"x","b":"y"}', n: 7 },
    '7y',
  ],
  ['takes the first item of a JSON list', ({ jsonItem }) => jsonItem('@json', 0), { json: '["a","b","c"]' }, 'a'],
  ['takes the last item of a JSON list', ({ jsonItem }) => jsonItem('@json', -1), { json: '["a","b","c"]' }, 'c'],
  ['takes no item behind the last', ({ jsonItem }) => jsonItem('@json', 3), { json: '["a","b","c"]' }, null],
  [
    'lists the items of a JSON list',
    ({ jsonItems }) => `(SELECT max(item.value ->> 'a') FROM ${jsonItems('@json', 'item')})`,
    { json: '[{"a":"x"},{"a":"z"},{"a":"y"}]' },
    'z',
  ],
  [
    'reads the text of an item of a JSON list',
    ({ jsonItems, itemText }) => `(SELECT max(${itemText('item')}) FROM ${jsonItems('@json', 'item')})`,
    { json: '["[\\"a\\"]"]' },
    '["a"]',
  ],
  [
    'lists the items in a field of JSON',
    ({ jsonItems }) => `(SELECT count(*) FROM ${jsonItems('@json', 'item', 'a')})`,
    { json: '{"a":[1,2],"b":[1]}' },
    2,
  ],
  ['reads an item of a JSON list', ({ jsonItem }) => jsonItem('@json', 1), { json: '["a","字"]' }, '字'],
  ['finds a part of a text', ({ contains }) => contains('@text', '@part'), { text: 'a%b', part: '%b' }, 1],
  ['finds no other part', ({ contains }) => contains('@text', '@part'), { text: 'aab', part: '%b' }, 0],
  ['reads a missing field of JSON as null', ({ jsonField }) => jsonField('@json', 'c'), { json: '{"a":"x"}' }, null],
]

describe.each(engines.slice(0, 1))('the dialect of $engine', ({ open }) => {
  test('computes the same values', async () => {
    const database = await open()
    const found: Record<string, unknown> = {}
    for (const [title, expression, values] of CASES) found[title] = await evaluate(database, expression, values)
    expect(found).toEqual(Object.fromEntries(CASES.map(([title, , , expected]) => [title, expected])))
  })

  test('makes a list of texts in JSON', async () => {
    const list = await evaluate(await open(), ({ jsonList }) => jsonList('@a', '@b'), { a: '"', b: '字' })
    expect(list).toBe('["\\"","字"]')
  })

  test('stores a record of any columns as JSON and reads each value back', async () => {
    const database = await open()
    const columns: readonly TypedColumn[] = [
      { name: 'id', type: 'text' },
      { name: 'title', type: 'text' },
      { name: 'discovered', type: 'instant' },
      { name: 'counted_year', type: 'integer' },
      { name: 'year_assumed', type: 'boolean' },
      { name: 'records', type: 'real' },
      { name: 'records_to', type: 'real' },
    ]
    const incident = { id: 'i1', title: '"字\n', at: new Date(1_700_000_000_123), records: 12, recordsTo: 0.5 }
    const statement = `INSERT INTO incident (id, title, occurred, discovered, counted_year, year_assumed, records, records_to,
        disclosure, customer_data, state, import_id, row_number)
      VALUES (@id, @title, '2025', @at, 2025, @assumed, @records, @recordsTo, 'no', @assumed, 'suspected', '', 0)`
    await database.write(async (query) => {
      await query.run(statement, { ...incident, assumed: true })
      await query.run(statement, { ...incident, id: 'i2', at: null, assumed: false, records: null, recordsTo: null })
    })
    const record: Statement = ({ jsonRecord }) =>
      `SELECT ${jsonRecord(columns, 't')} AS record FROM incident t ORDER BY id`
    const rows = await database.query.all<{ record: string }>(record)
    const head = '"title":"\\"字\\n"'
    expect(rows.map((row) => row.record)).toEqual([
      `{"id":"i1",${head},"discovered":1700000000123,"counted_year":2025,"year_assumed":1,"records":12.0,"records_to":0.5}`,
      `{"id":"i2",${head},"discovered":null,"counted_year":2025,"year_assumed":0,"records":null,"records_to":null}`,
    ])
    const same: Statement = ({ fromRecord, jsonField }) =>
      `SELECT count(*) AS n FROM incident t WHERE ${columns
        .map(({ name, type }) => `t."${name}" IS NOT DISTINCT FROM ${fromRecord(jsonField('@record', name), type)}`)
        .join(' AND ')}`
    for (const row of rows) expect(await database.query.get(same, row)).toEqual({ n: 1 })
  })

  test('makes 16 random bytes for each row', async () => {
    const database = await open()
    await run(database, '1', '2')
    const rows = await database.query.all<{ key: Buffer }>(
      ({ randomKey }) => `SELECT ${randomKey()} AS key FROM job_run`,
    )
    expect(rows.map(({ key }) => key.length)).toEqual([16, 16])
    expect(rows[0]?.key).not.toEqual(rows[1]?.key)
  })
})

if (inject('engine') === 'postgresql')
  test('two transactions on PostgreSQL that lock rows take different ones', async () => {
    const database = await openTestPostgresql()
    await run(database, '1', '2')
    const { promise: bothHold, resolve } = Promise.withResolvers<void>()
    let holding = 0
    const take = () =>
      database.transaction(async ({ query }) => {
        const row = await query.get<{ period: string }>(
          ({ skipLocked }) => `SELECT period FROM job_run ORDER BY period LIMIT 1 ${skipLocked()}`,
        )
        holding += 1
        if (holding === 2) resolve()
        await bothHold
        return row?.period
      })
    expect((await Promise.all([take(), take()])).toSorted()).toEqual(['1', '2'])
  })
