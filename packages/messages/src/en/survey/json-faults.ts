import type { JsonFault } from '@wayproof/kernel/json/read-json'

/** Faults of a JSON file that a person wrote. `{line}` and `{key}` are replaced by the figures of the fault. */
export const jsonFaults: Readonly<Record<JsonFault['code'], string>> = {
  'json-broken': 'Line {line} or the one before it is not valid JSON. Check its quotation marks, commas and braces.',
  'json-too-deep': 'Line {line} is nested too deeply.',
  'json-key-repeated': 'Line {line}: “{key}” is there twice in the same braces. Delete one of the two.',
}
