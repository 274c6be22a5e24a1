import { expect, test } from 'vitest'
import { readTable } from './import/read-table.ts'
import { defaultProfile } from './profiles/default-profile.ts'
import { REGISTER_IDS, registers } from './register.ts'

async function* bytes(text: string) {
  yield Buffer.from(text)
}
const faultOf = async (id: (typeof REGISTER_IDS)[number], headings: readonly string[]) => {
  const row = headings.map(() => '').join(',')
  const table = await readTable(bytes(`${headings.join(',')}\n${row}x\n`), registers[id].fields, defaultProfile(id))
  return table.ok ? null : table.fault
}

test.each(REGISTER_IDS)('a file of %s needs its required columns only', async (id) => {
  const required = registers[id].fields.filter((field) => field.required).map(({ name }) => name)
  // A fault in the row shows that the columns were accepted.
  expect(await faultOf(id, required)).toMatchObject({ code: 'bad-rows' })
  for (const name of required) {
    const others = required.filter((each) => each !== name)
    expect(await faultOf(id, [...others, 'somethingElse'])).toEqual({ code: 'column-missing', columns: [name] })
  }
})
