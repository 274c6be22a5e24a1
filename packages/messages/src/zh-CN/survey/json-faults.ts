import type { jsonFaults as english } from '../../en/survey/json-faults.ts'

export const jsonFaults: typeof english = {
  'json-broken': '第 {line} 行或其上一行不符合 JSON 格式。请检查引号、逗号和花括号。',
  'json-too-deep': '第 {line} 行嵌套过深。',
  'json-key-repeated': '第 {line} 行：同一对花括号内“{key}”出现了两次，请删去一处。',
}
