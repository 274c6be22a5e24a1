/** Why an external system's request is refused. Codes of the interface `/api/v1`. */
const faults = {
  'no-key': 'The key is missing or not valid. It goes in the header: Authorization: Bearer KEY.',
  'too-many-guesses': 'Too many attempts without a valid key. Wait 15 minutes.',
  'not-json': 'Send JSON: Content-Type: application/json.',
  'body-too-large': 'The request is larger than 4 MB. Send the records in several requests.',
  'bad-json': 'This is not a JSON array in UTF-8.',
  'bad-name': 'An Idempotency-Key must be 1 to 200 visible ASCII characters.',
  'not-in-scope': 'This key does not allow that. The privacy officer sets its scopes under Settings.',
  'address-unknown': 'This address does not exist. /api-description describes the interface.',
  'wrong-method': 'This address does not accept that method. The Allow header names those that it accepts.',
  'register-unknown': 'This register does not exist.',
  'bad-query': 'limit must be 1 to 1,000, and after the key of a record.',
  'bad-period': 'period must be a half-year that has begun (example: 2026-H1).',
  'no-rows': 'The array is empty.',
  'too-many-rows': 'At most 5,000 records per request. Send them in several requests.',
  'asked-otherwise': 'This Idempotency-Key was used for another request. Use a new one.',
  'bad-rows': 'Some records have errors; nothing was imported.',
  'sample-loaded': 'Sample data is loaded. An officer has to remove it first.',
  'still-running': 'The same request is still running. Try again in a moment.',
  'registers-changed': 'The registers kept changing. Nothing was imported. Send it again.',
  'disk-full': 'Server storage is full. Nothing was imported. Free up space and try again.',
}

const answered = {
  rows: 'Records received',
  added: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
  notAdult: 'Adulthood not confirmed: saved, never invited',
  noBasis: 'No legal basis: saved, never invited',
  erased: 'Erased on request: skipped',
  sameAddress: 'Duplicate address of another traveler: skipped',
}

/** The words of the machine-readable description. */
const description = {
  title: 'Wayproof API',
  about:
    'Other systems write records into the registers, read them, and read the scorecard. Each request carries a key that the privacy officer creates under Settings. A refused request changes nothing; its code says why.',
  contact: 'Privacy officer',
  scope: (scope: string) => `The key needs the scope ${scope}.`,
  scorecardTag: 'Scorecard',
  put: (register: string) => `${register}: adds records, or updates those with the same key`,
  list: (register: string) => `${register}: records in key order`,
  limits: (rows: number, megabytes: number) =>
    `All records of a request are imported, or none. At most ${rows} records and ${megabytes} MB per request.`,
  askedAs:
    'Idempotency key: repeated within 24 hours, the request gets the same response and is not processed twice. A different body is refused.',
  language: 'Language of the messages: en or zh-CN',
  taken: 'All records were imported.',
  listed: 'The records, and the key to continue after; null at the end.',
  limit: 'Records per response, 1 to 1,000; default 100',
  after: 'The key of the last record returned',
  rowKey: 'The record’s key: a JSON array of strings',
  source: 'Source of the record; null if entered manually',
  key: (scopes: string) => `A key created by the privacy officer under Settings. Its scopes: ${scopes}`,
  message: 'The error, in the language requested',
  faultRows: 'The errors if the code is bad-rows: at most 10,000, and 20 unknown fields per record',
  row: 'Position of the record in the array, from 1',
  scorecard: 'The five goals of a half-year',
  scorecardFound: 'The published figures; the sealed ones once the half-year is closed.',
  period: 'The half-year, such as 2026-H1',
  goal: {
    verdict: 'Is the target met?',
    strength: 'How firm the result is: beyond chance, perhaps chance, not demonstrated, or no result.',
    value: 'A share from 0 to 1; for incidents the reduction of their number. Null without a figure.',
    target: 'The target, on the same scale',
    interval: 'Confidence interval of the value; null if there is no sampling or no figure',
    owner: 'The office responsible',
    shown: 'The same as pages, letters and reports word it, in the language requested',
  },
}

/** The page with the description for people. */
const page = {
  title: 'Description of the API',
  address: 'Address of the server:',
  dashboard: 'Dashboard',
  file: 'OpenAPI document (JSON)',
  loading: 'Loading…',
  failed: 'The description could not be loaded. Reload the page.',
  needsScript: 'This page needs JavaScript. Without it, read the OpenAPI document.',
}

export const api = { faults, answered, description, page }
