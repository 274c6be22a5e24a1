import { openApp } from './open-app.ts'

/** A server with an officer who uploads files. */
export async function openImport() {
  const opened = await openApp()
  const { cookie } = await opened.join('officer')
  const upload = (register: string, body: BodyInit, query = '', headers: Record<string, string> = {}) =>
    opened.send(`/import/${register}?dryRun=false&fileName=file.csv${query}`, {
      method: 'POST',
      body,
      headers: { cookie, 'content-type': 'application/octet-stream', ...headers },
      ...({ duplex: 'half' } as object),
    })
  const rows = async (register: string) =>
    (await opened.services.store.registers.list()).find(({ id }) => id === register)
  return { ...opened, upload, rows, cookie }
}

export const sessions = 'quarter,heldOn\n2026-Q1,2026-02-03\n2026-Q2,2026-05-12\n'
export const travelers = [
  'customerNumber,email,locale,tripType,channel,region,lastTrip,adult,residence,basis,basisWording,basisNamesSurveys,basisNotice,basisSource,basisDate',
  'C1,li@x.example,zh-CN,group,app,east,2026-03,yes,CN,consent,6,yes,,app,2026-01-05',
  'C2,smith@x.example,en,independent,website,abroad,2026-04,no,DE,soft-opt-in,6,no,no,app,2026-01-05',
].join('\n')
