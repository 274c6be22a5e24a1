import { setTimeout as wait } from 'node:timers/promises'
import { systemTokens } from '@wayproof/kernel/system'
import type { Random } from '@wayproof/sample-company/random'
import { newReceipt } from '@wayproof/survey/answers/receipt'
import { openConnection } from '../../survey/http-connection.ts'
import type { Deadline } from '../deadline.ts'
import type { Acknowledged } from '../retrying-traveler.ts'

/** Everything that the processes acknowledged. */
export interface Acknowledgements {
  /** Answers as they were last stored or corrected, without the withdrawn ones. */
  readonly answers: Acknowledged[]
  readonly withdrawn: string[]
  corrected: number
}

type Fields = Readonly<Record<string, string>>

const CORRECTS = 0.25
const WITHDRAWS = 0.15
const PAUSE_MS = 20

/** Sends forms to several processes in turn, each until it is acknowledged. */
export function persistentTraveler(ports: readonly number[], draw: Random, deadline: Deadline) {
  let turn = draw.between(0, ports.length - 1)

  /** The status of each response up to the first in `wanted`; 0 for none. */
  async function sendUntil(path: string, fields: Fields, wanted: readonly number[]): Promise<number> {
    for (let tries = 1; !deadline.hasPassed; tries += 1) {
      const status = await post(ports[turn % ports.length] ?? 0, path, fields)
      turn += 1
      // Repeated after a response that got lost, a withdrawal finds nothing.
      if (wanted.includes(status) && (status === 303 || tries > 1)) return status
      if (status !== 0 && status !== 429 && status < 500) throw new Error(`${path} was answered with ${status}`)
      await wait(PAUSE_MS)
    }
    throw new Error(`${path} was not acknowledged in time`)
  }

  const someFields = (): Fields => ({
    overall: String(draw.between(1, 5)),
    ...(draw.chance(0.3) ? { improve: `A comment, number ${draw.between(1, 1_000_000)}` } : {}),
  })

  /** Answers through a link, and later perhaps corrects or withdraws the answer. */
  return async (token: string, acknowledged: Acknowledgements): Promise<void> => {
    const receipt = newReceipt(systemTokens)
    let fields = someFields()
    await sendUntil(`/s/${token}?lang=en`, { ...fields, receipt }, [303])
    if (draw.chance(CORRECTS)) {
      fields = someFields()
      await sendUntil('/receipt/correction?lang=en', { ...fields, receipt }, [303])
      acknowledged.corrected += 1
    }
    if (draw.chance(WITHDRAWS)) {
      await sendUntil('/receipt/withdrawal?lang=en', { receipt }, [303, 404])
      acknowledged.withdrawn.push(receipt)
    } else acknowledged.answers.push({ receipt, fields })
  }
}

/** The status of the response to a form; 0 if none came. */
async function post(port: number, path: string, fields: Fields): Promise<number> {
  const body = new URLSearchParams(fields).toString()
  const head = `Host: 127.0.0.1\r\nOrigin: null\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n`
  const type = `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n`
  try {
    const connection = await openConnection(port)
    try {
      return (await connection.ask(`POST ${path} HTTP/1.1\r\n${head}${type}\r\n${body}`)).status
    } finally {
      connection.close()
    }
  } catch {
    return 0
  }
}
