import sax from 'sax'
import { broken } from './workbook.ts'

/** What is called while a part is read; names come without their prefix. */
export interface XmlEvents {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads a part and gives a turn after each piece. No part of a workbook has a document type, so one is refused before any
 * entity of it could be used. Throws UnreadableFile `bad-xlsx`; holds at most 64 KB of what is not closed yet.
 */
export async function* xmlTurns(pieces: AsyncIterable<string>, events: XmlEvents): AsyncGenerator<void> {
  const parser = sax.parser(true)
  const refuse = () => {
    throw broken()
  }
  parser.onerror = refuse
  parser.ondoctype = refuse
  parser.onopentag = ({ name, attributes }) =>
    events.open?.(localName(name), attributes as Readonly<Record<string, string>>)
  parser.onclosetag = (name) => events.close?.(localName(name))
  parser.ontext = (text) => events.text?.(text)
  parser.oncdata = (text) => events.text?.(text)
  for await (const piece of pieces) {
    parser.write(piece)
    yield
  }
  parser.close()
  yield
}

/** Reads a part to its end. */
export async function readXml(pieces: AsyncIterable<string>, events: XmlEvents): Promise<void> {
  const turns = xmlTurns(pieces, events)
  while (!(await turns.next()).done) {
    // The events have said it all.
  }
}
