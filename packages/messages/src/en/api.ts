/** Why an outside system's request is refused. Codes of the interface `POST /api/travelers`. */
const faults = {
  'no-key': 'The key is missing or not valid. It belongs into the header: Authorization: Bearer KEY.',
  'too-many-guesses': 'Too many attempts without a valid key. Wait a quarter of an hour.',
  'not-json': 'Send JSON: Content-Type: application/json.',
  'body-too-large': 'The request is larger than 4 MB. Send the travelers in several requests.',
  'bad-json': 'This is not a JSON array in UTF-8.',
  'bad-name': 'An Idempotency-Key has 1 to 200 visible ASCII characters.',
  'no-travelers': 'The array is empty.',
  'too-many-travelers': 'One request takes at most 5,000 travelers. Send them in several requests.',
  'asked-otherwise': 'This Idempotency-Key was used for other travelers. Take a new one.',
  'bad-rows': 'Some travelers are faulty; nothing was taken.',
  'still-running': 'The same request is still being worked on. Ask again in a moment.',
  'disk-full': 'The server’s disk is full. Nothing was taken; send it again when there is room.',
}

const answered = {
  rows: 'Travelers received',
  added: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
  notAdult: 'Not known to be adult: kept, never invited',
  noBasis: 'Without a sufficient legal basis: kept, never invited',
  erased: 'Left out, for they asked to be erased',
}

/** The words of the machine-readable description. */
const description = {
  title: 'Wayproof',
  travelers: 'Adds travelers, or changes those with the same customer number',
  limits: (travelers: number, megabytes: number) =>
    `All travelers of a request are taken, or none. At most ${travelers} travelers and ${megabytes} MB a request.`,
  askedAs:
    'A name of your own for this request. Sent again within a day it gets the same answer and does nothing twice.',
  language: 'Language of the messages: en or zh-CN',
  taken: 'All travelers were taken.',
  key: 'A key with the scope travelers:write, made by the privacy officer under Settings',
  message: 'What is wrong, in the language asked for',
  faultRows: 'The faults, where the code is bad-rows: at most 10,000, and 20 unknown fields of one traveler',
  row: 'Place of the traveler in the array; the first is 1',
}

export const api = { faults, answered, description }
