import { createReadStream, readFileSync } from 'node:fs'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { describeOnSharedData, sharedFile } from '@wayproof/database/testing/shared-folder'
import { openTestSqlite } from '@wayproof/database/testing/test-sqlite'
import { expect, test } from 'vitest'
import { readAllRows, readTable } from '../import/read-table.ts'
import { readVeris } from '../import/veris/read-veris.ts'
import { importRegister } from '../import-register.ts'
import type { RosterQuarter } from '../ports.ts'
import { hrExport } from '../profiles/hr-export.ts'
import { verisIncidents } from '../profiles/veris-incidents.ts'
import { verisJson } from '../profiles/veris-json.ts'
import { registers } from '../register.ts'
import { importPorts } from '../testing/import-ports.ts'

function importRoster(database: StoreDatabase) {
  const source = createReadStream(sharedFile('data', 'staff-roster.txt'))
  const command = { register: 'staff-roles', profile: hrExport, source, fileName: 'staff-roster.txt' } as const
  return importRegister(importPorts(database), { ...command, by: 'human-resources', dryRun: false })
}

function importIncidents(database: StoreDatabase) {
  const source = createReadStream(sharedFile('data', 'vcdb-travel.csv'))
  const command = { register: 'incidents', profile: verisIncidents, source, fileName: 'vcdb-travel.csv' } as const
  return importRegister(importPorts(database), { ...command, by: 'it', dryRun: false })
}

type GoldenQuarter = Omit<RosterQuarter, 'quarter'> & { quarter: string }

describeOnSharedData('the real staff roster', () => {
  test('gives the golden figures of every quarter, from the first start to the last date', async () => {
    const database = await openTestDatabase()
    expect(await importRoster(database)).toMatchObject({ ok: true, value: { rows: 4968, added: 4968, unchanged: 0 } })
    const quarters = await importPorts(database).evidence.rosterQuarters()
    expect([quarters[0]?.quarter, quarters.at(-1)?.quarter, quarters.length]).toEqual(['2009-Q2', '2023-Q4', 59])
    const golden: { quarters: GoldenQuarter[] } = JSON.parse(
      readFileSync(sharedFile('golden', 'roster-quarters.json'), 'utf8'),
    )
    expect(golden.quarters.length).toBeGreaterThan(0)
    for (const { quarter, ...figures } of golden.quarters) {
      expect(quarters).toContainEqual({ quarter: quarter.replace('Q', '-Q'), ...figures })
    }
  })

  test('changes nothing when it is imported again', async () => {
    const database = await openTestDatabase()
    await importRoster(database)
    expect(await importRoster(database)).toMatchObject({ value: { added: 0, changed: 0, unchanged: 4968 } })
    expect((await importPorts(database).evidence.listImports(9)).map((past) => past.rowCount)).toEqual([4968, 4968])
  })

  test('stores no names, salaries, birth dates or addresses in the SQLite file', async () => {
    const database = await openTestSqlite()
    await importRoster(database)
    const file = database.connections.writer.name
    await database.exclusive((connection) => connection.pragma('wal_checkpoint(TRUNCATE)'))
    const raw = readFileSync(file, 'latin1') + readFileSync(`${file}-wal`, 'latin1')
    expect(raw).toContain('100003')
    for (const secret of ['Grace', 'Maldonado', '77000', '1/25/1989', '1680 Hudson Street', 'Graphic Designer']) {
      expect(raw.includes(secret), secret).toBe(false)
    }
  })
})

describeOnSharedData('the real travel incidents', () => {
  test('are the same as documents in JSON', async () => {
    const { fields } = registers.incidents
    const table = await readTable(createReadStream(sharedFile('data', 'vcdb-travel.csv')), fields, verisIncidents)
    const json = createReadStream(sharedFile('data', 'vcdb-travel.json'))
    const documents = await readAllRows(readVeris(json, fields, verisJson))
    if (!table.ok || !documents.ok) throw new Error('not read')
    expect(documents.value.rows.map(({ cells }) => cells)).toEqual(table.value.rows.map(({ cells }) => cells))
    expect(documents.value.rowCount).toBe(137)
  })
  test('give the golden counts by year, all flagged as dated by occurrence', async () => {
    const database = await openTestDatabase()
    expect(await importIncidents(database)).toMatchObject({ ok: true, value: { rows: 137, added: 137 } })
    const lines = readFileSync(sharedFile('data', 'vcdb-travel-by-year.csv'), 'utf8').trim().split('\n').slice(1)
    const golden = lines.map((line) => {
      const [year, incidents, confirmedDisclosure, , customerData] = line.split(',').map(Number)
      return { year, incidents, confirmedDisclosure, customerData, yearAssumed: incidents }
    })
    expect(golden.length).toBe(13)
    expect(await importPorts(database).evidence.incidentYears()).toEqual(golden)
    const sums = await database.query.all<object>(
      `SELECT counted_year, count(*) FILTER (WHERE disclosure = 'potentially') AS potential,
         coalesce(sum(records) FILTER (WHERE disclosure = 'yes'), 0) AS records
       FROM incident GROUP BY 1 ORDER BY 1`,
    )
    expect(sums.map((row) => Object.values(row))).toEqual(
      lines
        .map((line) => line.split(',').map(Number))
        .map(([year, , , potentially, , records]) => [year, potentially, records]),
    )
  })

  test('keep the precision of their dates, and an id for a victim without a name', async () => {
    const database = await openTestDatabase()
    await importIncidents(database)
    const dates = await database.query.all(
      'SELECT length(occurred) AS length, count(*) AS n FROM incident GROUP BY 1 ORDER BY 1',
    )
    expect(dates).toEqual([
      { length: 4, n: 47 },
      { length: 7, n: 31 },
      { length: 10, n: 59 },
    ])
    expect(await database.query.get('SELECT count(*) AS n FROM incident WHERE title = id')).not.toEqual({ n: 0 })
  })
})
