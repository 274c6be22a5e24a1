import { count } from '../../number-format.ts'
import { registers as evidence } from './registers.ts'

const n = (value: number) => count(value, 'zh-CN')

/** Names by the register's id; an id without a name here is shown as it is. */
const names: Record<string, string> = { ...evidence.names, travelers: '客户' }

/** Why an import did not begin to read the file, by code; area `registers` has the faults of a file. */
const faults: Record<string, string> = {
  'profile-unknown': '没有这个导入模板。',
  'sample-loaded': '已载入示例数据。请先移除示例数据，再录入本企业的记录。',
  'import-busy': '另有导入正在进行，请稍后再试。',
  'import-too-slow': '读取时间过长。',
  'import-too-hungry': '内存不足，无法读取文件。',
  'upload-broken': '上传中断，请重试。',
  'not-signed-in': '登录已过期，请重新登录。',
  'not-the-keeper': '此台账由其他部门维护。',
  'input-invalid': '文件名或导入模板无效。',
  'disk-full': '服务器存储空间已满，未导入任何内容。请腾出空间后再试。',
}

export const registers = {
  faults,
  names,
  title: (filled: number, all: number) => `${n(filled)}/${n(all)} 个台账有数据。`,
  lead: '整批导入：任一条有误，整个文件不导入。',
  caption: '台账及其最近一次导入',
  columns: { name: '台账', rows: '记录数', last: '最近更新', goals: '用于目标', action: '操作' },
  travelersLead: '客户只计数，不逐条列出。导入记录说明数据来源。',
  never: '从未',
  import: '导入',
  importInto: (name: string) => `导入“${name}”`,
  file: '文件（CSV、XLSX，或模板支持的 JSON）',
  tableFile: '文件（CSV 或 XLSX）',
  profile: '导入模板',
  columnsOf: '文件的列',
  optionalColumn: '（选填）',
  optionalHint: '选填列可以不提供，其单元格视为空。',
  absentColumns: '文件没有以下选填列，其单元格将为空：',
  profileHint: '说明文件的列、日期格式和分隔符。',
  profiles: {
    default: '标准模板',
    'hr-export': '人事系统导出',
    'veris-incidents': 'VERIS 格式的事件',
    'veris-json': 'VERIS 文档形式的事件（JSON）',
  } as Record<string, string>,
  checking: '正在校验，数据还没有改动。',
  numberColumns: (columns: readonly string[]) =>
    `${columns.map((name) => `“${name}”`).join('、')}列的单元格是数字：Excel 会去掉数字开头的零。如编号以零开头，请将该列设为文本格式后重新输入。`,
  offRoster: (total: number) =>
    total === 1 ? '1 个工号不在员工名册中，暂不计入：' : `${n(total)} 个工号不在员工名册中，暂不计入，其中包括：`,
  confirm: '确认导入',
  done: (rows: number) => `已导入 ${n(rows)} 条。`,
  choose: '选择文件',
  noFile: '未选择文件',
  chooseFile: '请选择文件。',
  tooBig: '文件超过 256 MB。',
  importTitle: (name: string) => `导入“${name}”。`,
  importLead: '请选择文件，或将文件拖到这里。确认前不会改动数据。',
  fits: (rows: number, file: string) => `${file}：${n(rows)} 行全部通过校验。`,
  fitsLead: '确认前不会改动数据。',
  refusedLead: (file: string) => `${file}。请在文件中修改后重新选择。`,
  errorRow: (row: number) => `第 ${n(row)} 行`,
  errors: '错误',
  errorColumns: { row: '行号', column: '列', reason: '原因' },
  firstRows: (shown: number) => `前 ${n(shown)} 行的读取结果`,
  changes: '全部变更',
  willAdd: (added: number, changed: number) => `将新增 ${n(added)} 条，修改 ${n(changed)} 条。`,
  willChangeNothing: '台账中已有全部记录，无需导入。',
  proposedDay: (day: string) => `建议：${day}。`,
  proposals: (rows: number) => `${n(rows)} 个日期只有一种可能的含义。`,
  acceptProposals: '接受建议的日期',
  acceptedDays: '其他格式的日期按您接受的建议读取，文件本身不变。',
  effects: (goal: string, period: string, before: string, after: string) =>
    before === after ? `${goal}，${period}：保持 ${after}。` : `${goal}，${period}：${before} → ${after}。`,
  noFigure: '暂无数据',
  effectsTitle: '对目标的影响',
  goTo: '查看对目标的影响：',
  whoIsMissing: (goal: string) => `${goal}：未通过人员`,
  toRegister: (name: string) => `打开“${name}”`,
  another: '重新选择文件',
  templates: '下载模板：',
  more: (rows: number) => `另有 ${n(rows)} 处`,
  refused: '导入失败，数据未改动。',
  found: {
    title: '文件中的分组取值',
    traits: { tripType: '出行类型', channel: '渠道', region: '地区', locale: '邮件语言' },
    isNew: '新取值',
    more: (others: number) => `另有 ${n(others)} 个`,
    otherLanguages: '以下语言暂无邮件模板，将发送英文邮件：',
  },
  report: {
    notAdult: '未确认成年，不邀请',
    noBasis: '缺少合法性基础，不邀请',
    erased: '已删除，不再导入',
    sameAddress: '邮箱重复，已跳过',
    rows: '读取行数',
    added: '新增',
    changed: '修改',
    unchanged: '不变',
  } as Record<string, string>,
  readOnly: '仅隐私保护主管和责任部门可以导入。',
}
