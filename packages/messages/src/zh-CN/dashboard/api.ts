/** Why an outside system's request is refused. Codes of the interface `/api/v1`. */
const faults = {
  'no-key': '缺少密钥或密钥无效。请在请求头中提供：Authorization: Bearer 密钥。',
  'too-many-guesses': '无效密钥的尝试次数过多，请 15 分钟后再试。',
  'not-json': '请发送 JSON，并设置 Content-Type: application/json。',
  'body-too-large': '请求超过 4 MB，请分多次发送。',
  'bad-json': '内容不是 UTF-8 编码的 JSON 数组。',
  'bad-name': 'Idempotency-Key 须为 1 到 200 个可见的 ASCII 字符。',
  'not-in-scope': '此密钥没有相应权限。权限由隐私保护主管在“设置”中指定。',
  'address-unknown': '没有这个地址。接口说明见 /api-description。',
  'wrong-method': '此地址不接受该请求方法。可用的方法见 Allow 响应头。',
  'register-unknown': '没有这个台账。',
  'bad-query': 'limit 须为 1 到 1,000，after 须为记录的唯一标识。',
  'bad-period': 'period 须为已开始的半年度，例如 2026-H1。',
  'no-rows': '数组为空。',
  'too-many-rows': '每次请求最多 5,000 条，请分多次发送。',
  'asked-otherwise': '此 Idempotency-Key 已用于其他内容，请换一个。',
  'bad-rows': '部分记录有误，没有导入任何内容。',
  'sample-loaded': '已载入示例数据，须先由隐私保护主管移除。',
  'still-running': '同一请求仍在处理中，请稍后再试。',
  'registers-changed': '处理期间台账有修改，没有导入任何内容，请重新发送。',
  'disk-full': '服务器存储空间已满，没有导入任何内容。请腾出空间后重新发送。',
}

const answered = {
  rows: '收到的记录数',
  added: '新增',
  changed: '修改',
  unchanged: '不变',
  notAdult: '未确认成年：保存但不邀请',
  noBasis: '缺少合法性基础：保存但不邀请',
  erased: '已要求删除：不再导入',
  sameAddress: '与其他客户邮箱相同：不导入',
}

/** The words of the machine-readable description. */
const description = {
  title: 'Wayproof API',
  about:
    '其他系统可向台账写入记录、读取记录，也可读取记分卡。每次请求须附带密钥，由隐私保护主管在“设置”中创建。被拒绝的请求不会更改任何内容，原因见返回的代码。',
  contact: '隐私保护主管',
  scope: (scope: string) => `密钥须有权限 ${scope}。`,
  scorecardTag: '记分卡',
  put: (register: string) => `${register}：新增记录，或更新唯一标识相同的记录`,
  list: (register: string) => `${register}：按唯一标识的顺序列出记录`,
  limits: (rows: number, megabytes: number) =>
    `一次请求中的记录要么全部导入，要么都不导入。每次请求最多 ${rows} 条、${megabytes} MB。`,
  askedAs: '幂等键：24 小时内重复请求返回相同结果，不重复处理；内容不同则拒绝。',
  language: '提示的语言：en 或 zh-CN',
  taken: '记录已全部导入。',
  listed: '记录，以及继续读取所用的唯一标识；读完时为 null。',
  limit: '一次返回的记录数，1 到 1,000，默认 100',
  after: '上次返回的最后一条记录的唯一标识',
  rowKey: '记录的唯一标识：由文本组成的 JSON 数组',
  source: '记录的来源；手工录入时为 null',
  key: (scopes: string) => `由隐私保护主管在“设置”中创建的密钥。权限包括：${scopes}`,
  message: '错误说明，以所请求的语言表示',
  faultRows: '代码为 bad-rows 时的错误：最多 10,000 个，每条记录的未知字段最多 20 个',
  row: '记录在数组中的位置，从 1 开始',
  scorecard: '半年度的五项目标',
  scorecardFound: '已公布的数值；半年度关账后为封存的数值。',
  period: '半年度，例如 2026-H1',
  goal: {
    verdict: '是否达标',
    strength: '结论的把握：超出偶然、不显著、未经证实，或没有结论。',
    value: '0 到 1 的比例；事件目标为减少的比例。没有数值时为 null。',
    target: '目标，与数值同一尺度',
    interval: '数值的置信区间；没有抽样或没有数值时为 null',
    owner: '负责部门',
    shown: '与页面、邮件和报告相同的表述，以所请求的语言表示',
  },
}

/** The page with the description for people. */
const page = {
  title: '接口说明',
  address: '服务器地址：',
  dashboard: '返回首页',
  file: 'OpenAPI 文件（JSON）',
  loading: '正在加载…',
  failed: '无法加载接口说明，请刷新页面。',
  needsScript: '此页面需要启用 JavaScript。也可直接阅读 OpenAPI 文件。',
}

export const api = { faults, answered, description, page }
