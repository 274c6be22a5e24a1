/** Why an outside system's request is refused. Codes of the interface `/api/v1`. */
const faults = {
  'no-key': '缺少密钥或密钥无效。请在请求头中提供：Authorization: Bearer 密钥。',
  'too-many-guesses': '无效密钥的尝试次数过多，请 15 分钟后再试。',
  'not-json': '请发送 JSON，并设置 Content-Type: application/json。',
  'body-too-large': '请求超过 4 MB，请分多次发送。',
  'bad-json': '内容不是 UTF-8 编码的 JSON 数组。',
  'bad-name': 'Idempotency-Key 须为 1 到 200 个可见的 ASCII 字符。',
  'not-in-scope': '此密钥没有相应权限。密钥的权限由个人信息保护负责人在“设置”中指定。',
  'register-unknown': '没有这个台账。',
  'bad-query': 'limit 须为 1 到 1,000 的数字，after 须为某一行的键。',
  'no-rows': '数组为空。',
  'too-many-rows': '每次请求最多 5,000 行，请分多次发送。',
  'asked-otherwise': '此 Idempotency-Key 已用于其他内容，请换一个。',
  'bad-rows': '部分行有误，没有接收任何内容。',
  'still-running': '同一请求仍在处理中，请稍后再试。',
  'registers-changed': '处理期间台账不断被更改，没有接收任何内容，请重新发送。',
  'disk-full': '服务器磁盘已满，没有接收任何内容。请腾出空间后重新发送。',
}

const answered = {
  rows: '收到的行数',
  added: '新增',
  changed: '变更',
  unchanged: '不变',
  notAdult: '未确认成年：收录但不邀请',
  noBasis: '没有充分的处理依据：收录但不邀请',
  erased: '已要求删除：不再收录',
  sameAddress: '与另一位旅客邮箱相同：不收录',
}

/** The words of the machine-readable description. */
const description = {
  title: 'Wayproof',
  put: (register: string) => `${register}：新增各行，或更新键相同的行`,
  list: (register: string) => `${register}：按键的顺序列出各行`,
  limits: (rows: number, megabytes: number) =>
    `一次请求中的各行要么全部接收，要么都不接收。每次请求最多 ${rows} 行、${megabytes} MB。`,
  askedAs: '由发送方为本次请求取的名称。一天内以同一名称重发，答复相同，且不会重复处理；内容不同则拒绝。',
  language: '提示的语言：en 或 zh-CN',
  taken: '各行均已接收。',
  listed: '各行，以及继续读取所用的键；读完时为 null。',
  limit: '一次返回的行数，1 到 1,000，默认 100',
  after: '上次返回的最后一行的键',
  rowKey: '该行的键：由文本组成的 JSON 数组',
  source: '该行的来源；手工录入时为 null',
  key: (scopes: string) => `由个人信息保护负责人在“设置”中创建的密钥。权限包括：${scopes}`,
  message: '错误说明，以所请求的语言表示',
  faultRows: '代码为 bad-rows 时的错误：最多 10,000 个，其中每行的未知字段最多 20 个',
  row: '该行在数组中的位置，从 1 开始',
}

export const api = { faults, answered, description }
