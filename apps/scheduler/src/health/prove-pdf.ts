import type { CalendarPorts } from '../scheduler-ports.ts'

/** Makes a PDF, so that a broken installation is known before a summary needs one. Returns the number of PDFs. */
export async function provePdf({ provePdf: prove }: CalendarPorts): Promise<number> {
  await prove?.()
  return prove ? 1 : 0
}
