import { expect, test } from 'vitest'
import { verisIncidents } from '../../profiles/veris-incidents.ts'
import { verisJson } from '../../profiles/veris-json.ts'
import { registers } from '../../register.ts'
import { fileOf } from '../../testing/a-file.ts'
import { readAllRows, readTable } from '../read-table.ts'
import { readVeris } from './read-veris.ts'

const { fields } = registers.incidents
const read = (text: string | Uint8Array) => readAllRows(readVeris(fileOf(text, 11), fields, verisJson))

/** A shortened document of VCDB. */
const document = {
  schema_version: '1.3.7',
  incident_id: '3880FA79',
  security_incident: 'Confirmed',
  victim: { victim_id: 'Best Western', country: ['US'], industry: '721110' },
  timeline: { incident: { year: 2008, month: 8, day: 21 }, discovery: { unit: 'Unknown' } },
  actor: { external: { variety: ['Unknown'] } },
  action: { hacking: { variety: ['Use of stolen creds'] }, malware: { variety: ['Spyware/Keylogger'] } },
  attribute: {
    confidentiality: {
      data: [{ variety: 'Personal', amount: 10 }],
      data_disclosure: 'Yes',
      data_total: 10,
      data_victim: ['Customer', 'Employee'],
    },
  },
}
const { attribute, ...rest } = document
const flat = {
  incident_id: 'F1',
  victim: 'Exel',
  year: 2006,
  month: null,
  day: null,
  data_disclosure: 'Potentially',
  data_total: null,
  data_victim: 'Other',
}

test('a document, a list and JSON lines give the same rows as the flat table', async () => {
  const outcome = await read(JSON.stringify(document, null, 2))
  expect(outcome).toMatchObject({
    ok: true,
    value: {
      rowCount: 1,
      rows: [
        {
          rowNumber: 1,
          cells: {
            id: '3880FA79',
            title: 'Best Western',
            occurred: '2008-08-21',
            disclosure: 'yes',
            customerData: true,
            records: 10,
          },
        },
      ],
    },
  })
  const csv = 'incident_id,victim,year,month,day,data_disclosure,data_total,data_victim,action,data\n'
  const table = `${csv}3880FA79,Best Western,2008,8,21,Yes,10,Customer|Employee,hacking|malware,Personal\nF1,Exel,2006,,,Potentially,,Other,,\n`
  const expected = await readTable(fileOf(table), fields, verisIncidents)
  if (!expected.ok) throw new Error(expected.fault.code)
  const cells = expected.value.rows.map((row) => row.cells)
  for (const text of [
    JSON.stringify([document, flat]),
    `\ufeff${JSON.stringify(document)}\r\n\r\n${JSON.stringify(flat)}\n`,
  ]) {
    const many = await read(text)
    expect(many.ok && many.value.rows.map((row) => row.cells)).toEqual(cells)
  }
  const lines = await read(`${JSON.stringify(document)}\n\n${JSON.stringify(flat)}`)
  expect(lines.ok && lines.value.rows.map(({ rowNumber }) => rowNumber)).toEqual([1, 3])
  // Without the disclosure section, nothing is known about a disclosure.
  const bare = await read(JSON.stringify(rest))
  expect(bare).toMatchObject({
    value: { rows: [{ cells: { disclosure: 'unknown', customerData: false, records: null } }] },
  })
})

test('an incident whose victim has no name uses its id as the name', async () => {
  const unnamed = { country: ['US'], industry: '721110' }
  const titles = async (victims: readonly unknown[]) => {
    const answer = await read(JSON.stringify(victims.map((victim) => ({ ...document, victim }))))
    return answer.ok ? answer.value.rows.map(({ cells }) => cells.title) : answer.fault
  }
  expect(await titles([unnamed, [unnamed], {}, null, { ...unnamed, victim_id: '' }, 'Exel'])).toEqual([
    ...Array.from({ length: 5 }, () => '3880FA79'),
    'Exel',
  ])
})

test('values unknown to VERIS are reported by path and position', async () => {
  const changed = (confidentiality: object) => ({ ...rest, attribute: { confidentiality } })
  const answer = await read(
    JSON.stringify([
      document,
      changed({ ...attribute.confidentiality, data_disclosure: 'Maybe' }),
      changed({ ...attribute.confidentiality, data_total: 'many' }),
      { ...document, timeline: { incident: { year: '08' } } },
      { ...document, incident_id: undefined },
      'incident',
      { ...document, incident_id: { $oid: '1' }, victim: [] },
    ]),
  )
  const told = answer.ok ? [] : 'rows' in answer.fault ? answer.fault.rows : [answer.fault]
  expect(told).toMatchObject([
    { rowNumber: 2, column: 'attribute.confidentiality.data_disclosure', code: 'bad-value', text: 'Maybe' },
    { rowNumber: 3, column: 'attribute.confidentiality.data_total', code: 'bad-number', text: 'many' },
    { rowNumber: 4, column: 'timeline.incident.year, timeline.incident.month, timeline.incident.day', code: 'bad-day' },
    { rowNumber: 5, column: 'incident_id', code: 'required' },
    { rowNumber: 6, column: null, code: 'bad-value', text: '"incident"' },
  ])
})

test('a file that is no JSON reports the faulty line', async () => {
  expect(await read('{"a": 1}\n{"b": \n')).toMatchObject({ fault: { code: 'not-json', figures: { row: 2 } } })
  expect(await read('{"a": 1\n{"b": 2}\n')).toMatchObject({ fault: { code: 'not-json', figures: { row: 1 } } })
  expect(await read('[\n{"a": 1},\n{"b": }\n]')).toMatchObject({ fault: { code: 'not-json', figures: { row: 3 } } })
  expect(await read('{\n"a": 1,\n"b": \n}\n')).toMatchObject({ fault: { code: 'not-json', figures: { row: 4 } } })
  expect(await read('')).toMatchObject({ fault: { code: 'empty-file' } })
  expect(await read('[]')).toMatchObject({ fault: { code: 'no-rows' } })
  expect(await read(Buffer.from([0x7b, 0xff]))).toMatchObject({ fault: { code: 'bad-encoding' } })
  expect(await read(`${'['.repeat(100_000)}`)).toMatchObject({ fault: { code: 'not-json' } })
})
