/** Why an outside system's request is refused. Codes of the interface `POST /api/travelers`. */
const faults = {
  'no-key': '缺少密钥或密钥无效。请在请求头中提供：Authorization: Bearer 密钥。',
  'too-many-guesses': '无效密钥的尝试次数过多，请 15 分钟后再试。',
  'not-json': '请发送 JSON，并设置 Content-Type: application/json。',
  'body-too-large': '请求超过 4 MB，请分多次发送。',
  'bad-json': '内容不是 UTF-8 编码的 JSON 数组。',
  'bad-name': 'Idempotency-Key 须为 1 到 200 个可见的 ASCII 字符。',
  'no-travelers': '数组为空。',
  'too-many-travelers': '每次请求最多 5,000 位旅客，请分多次发送。',
  'asked-otherwise': '此 Idempotency-Key 已用于其他内容，请换一个。',
  'bad-rows': '部分旅客信息有误，没有接收任何内容。',
  'still-running': '同一请求仍在处理中，请稍后再试。',
  'disk-full': '服务器磁盘已满，没有接收任何内容。请腾出空间后重新发送。',
}

const answered = {
  rows: '收到的旅客数',
  added: '新增',
  changed: '变更',
  unchanged: '不变',
  notAdult: '未确认成年：收录但不邀请',
  noBasis: '没有充分的处理依据：收录但不邀请',
  erased: '已要求删除：不再收录',
}

/** The words of the machine-readable description. */
const description = {
  title: 'Wayproof',
  travelers: '新增旅客，或更新客户编号相同的旅客',
  limits: (travelers: number, megabytes: number) =>
    `一次请求中的旅客要么全部接收，要么都不接收。每次请求最多 ${travelers} 位旅客、${megabytes} MB。`,
  askedAs: '由发送方为本次请求取的名称。一天内以同一名称重发，答复相同，且不会重复处理。',
  language: '提示的语言：en 或 zh-CN',
  taken: '全部旅客均已接收。',
  key: '由个人信息保护负责人在“设置”中创建、权限为 travelers:write 的密钥',
  message: '错误说明，以所请求的语言表示',
  faultRows: '代码为 bad-rows 时的错误：最多 10,000 个，其中每位旅客的未知字段最多 20 个',
  row: '旅客在数组中的位置，从 1 开始',
}

export const api = { faults, answered, description }
