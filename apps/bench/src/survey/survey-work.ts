import { brotliDecompressSync } from 'node:zlib'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import type { HttpAnswer, HttpConnection } from './http-connection.ts'

/** Headers of a browser that accepts compressed pages. */
const HEAD = 'Host: 127.0.0.1\r\nAccept-Encoding: gzip, deflate, br\r\nAccept-Language: zh-CN,zh;q=0.9,en;q=0.8\r\n'

const RECEIPT = /\b[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){6}\b/

/** Opens the page of a link. Throws if it does not load. */
export async function openPage(connection: HttpConnection, token: string): Promise<HttpAnswer> {
  const answer = await connection.ask(`GET /s/${token} HTTP/1.1\r\n${HEAD}\r\n`)
  if (answer.status !== 200) throw new Error(`a page was answered with ${answer.status}`)
  return answer
}

/** The request that submits an answer. */
export function submission(token: string, receipt: string): string {
  const body = answerBody(receipt)
  const type = 'Content-Type: application/x-www-form-urlencoded\r\nOrigin: null\r\nSec-Fetch-Site: same-origin\r\n'
  return `POST /s/${token}?lang=zh-CN HTTP/1.1\r\n${HEAD}${type}Content-Length: ${body.length}\r\n\r\n${body}`
}

/** Submits an answer. Throws unless the server acknowledges it, which it does once the answer is on disk. */
export async function submitAnswer(connection: HttpConnection, token: string, receipt: string): Promise<void> {
  const answer = await connection.ask(submission(token, receipt))
  if (answer.status !== 303) throw new Error(`an answer was answered with ${answer.status}`)
}

/**
 * Reads the receipt code of a page. A compressed page may end with uncompressed bytes; otherwise it is decompressed.
 */
export function receiptIn({ head, body }: HttpAnswer): string {
  const plainReceipt = RECEIPT.exec(body.toString('latin1', Math.max(0, body.length - 300)))?.[0]
  const isCompressed = /\r\ncontent-encoding: br/i.test(head)
  const foundReceipt =
    plainReceipt ?? RECEIPT.exec((isCompressed ? brotliDecompressSync(body) : body).toString('utf8'))?.[0]
  if (!foundReceipt) throw new Error('a page has no receipt')
  return foundReceipt
}

/** Answers to every question, different each time; every eighth has a comment. */
function answerBody(receipt: string): string {
  const fields = new URLSearchParams({ receipt })
  nextIndex += 1
  for (const [index, item] of DEFAULT_QUESTIONNAIRE.items.entries()) {
    if (item.type === 'text') {
      if (nextIndex % 8 === 0) fields.set(item.id, 'Shorter privacy policy, please')
    } else if (item.type === 'choice') fields.set(item.id, item.options[nextIndex % item.options.length]?.value ?? '')
    else fields.set(item.id, String(1 + ((nextIndex * 7 + index * 3 + (nextIndex >> 3)) % 5)))
  }
  return fields.toString()
}

let nextIndex = 0
