/** Why an outside system's request is refused. Codes of the interface `/api/v1`. */
const faults = {
  'no-key': 'The key is missing or not valid. It belongs into the header: Authorization: Bearer KEY.',
  'too-many-guesses': 'Too many attempts without a valid key. Wait a quarter of an hour.',
  'not-json': 'Send JSON: Content-Type: application/json.',
  'body-too-large': 'The request is larger than 4 MB. Send the rows in several requests.',
  'bad-json': 'This is not a JSON array in UTF-8.',
  'bad-name': 'An Idempotency-Key has 1 to 200 visible ASCII characters.',
  'not-in-scope': 'This key may not do this. The privacy officer says under Settings what a key may do.',
  'register-unknown': 'There is no such register here.',
  'bad-query': 'limit is a number from 1 to 1,000, and after the key of a row.',
  'no-rows': 'The array is empty.',
  'too-many-rows': 'One request takes at most 5,000 rows. Send them in several requests.',
  'asked-otherwise': 'This Idempotency-Key was used for another request. Take a new one.',
  'bad-rows': 'Some rows are faulty; nothing was taken.',
  'still-running': 'The same request is still being worked on. Ask again in a moment.',
  'registers-changed': 'The registers were changed again and again meanwhile. Nothing was taken; send it again.',
  'disk-full': 'The server’s disk is full. Nothing was taken; send it again when there is room.',
}

const answered = {
  rows: 'Rows received',
  added: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
  notAdult: 'Not known to be adult: kept, never invited',
  noBasis: 'Without a sufficient legal basis: kept, never invited',
  erased: 'Left out, for they asked to be erased',
  sameAddress: 'Left out, for another traveler has the same address',
}

/** The words of the machine-readable description. */
const description = {
  title: 'Wayproof',
  put: (register: string) => `${register}: adds rows, or changes those with the same key`,
  list: (register: string) => `${register}: rows in the order of their keys`,
  limits: (rows: number, megabytes: number) =>
    `All rows of a request are taken, or none. At most ${rows} rows and ${megabytes} MB a request.`,
  askedAs:
    'A name of your own for this request. Sent again within a day it gets the same answer and does nothing twice; with another body it is refused.',
  language: 'Language of the messages: en or zh-CN',
  taken: 'All rows were taken.',
  listed: 'The rows, and the key to go on after; null at the end.',
  limit: 'Rows of one answer, 1 to 1,000; 100 unless said',
  after: 'The key of the last row that was given',
  rowKey: 'What the row is known by: a JSON list of texts',
  source: 'What brought the row; null where it was entered by hand',
  key: (scopes: string) => `A key made by the privacy officer under Settings. Its scopes: ${scopes}`,
  message: 'What is wrong, in the language asked for',
  faultRows: 'The faults, where the code is bad-rows: at most 10,000, and 20 unknown fields of one row',
  row: 'Place of the row in the array; the first is 1',
}

export const api = { faults, answered, description }
