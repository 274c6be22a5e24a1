import { count } from '../../number-format.ts'
import { registers as evidence } from './registers.ts'

const n = (value: number) => count(value, 'zh-CN')

/** Names by the register's id; an id without a name here is shown as it is. */
const names: Record<string, string> = { ...evidence.names, travelers: '旅客' }

/** Why an import did not come to reading the file, by its code; what is wrong in a file the area `registers` says. */
const faults: Record<string, string> = {
  'profile-unknown': '此台账没有这个导入方案。',
  'import-busy': '另有导入正在进行，请稍后再试。',
  'import-too-slow': '读取时间过长。',
  'import-too-hungry': '读取占用内存过多。',
  'upload-broken': '上传中断。',
  'not-signed-in': '您已退出登录。',
  'not-the-keeper': '此台账由其他部门维护。',
  'input-invalid': '文件名或导入方案无法使用。',
  'disk-full': '服务器磁盘已满，未导入任何内容。请腾出空间后再试。',
}

export const registers = {
  faults,
  names,
  title: (filled: number, all: number) =>
    filled === all ? `${n(all)} 个台账均有记录。` : `${n(all)} 个台账中有 ${n(filled)} 个已有记录。`,
  lead: '导入要么全部成功，要么不作改动：有一行出错，整个文件都不导入。',
  caption: '台账及其最近一次导入',
  columns: { name: '台账', rows: '记录数', last: '最近导入', by: '导入人', action: '操作' },
  keptBy: (office: string) => `维护部门：${office}`,
  never: '从未',
  empty: '没有设置台账。',
  import: '导入',
  importInto: (name: string) => `导入“${name}”`,
  file: '文件（CSV、XLSX，或方案所列的 JSON）',
  tableFile: '文件（CSV 或 XLSX）',
  profile: '导入方案',
  columnsOf: '文件的列',
  optionalColumn: '（选填）',
  optionalHint: '选填列可以不出现在文件中，其单元格视为空。',
  absentColumns: '文件没有以下选填列，其单元格将为空：',
  profileHint: '说明文件的列、日期格式和分隔符。',
  profiles: {
    default: '本台账自有列的普通表格',
    'hr-export': '人事系统导出',
    'veris-incidents': 'VERIS 格式的事件',
    'veris-json': 'VERIS 文档形式的事件（JSON）',
  } as Record<string, string>,
  check: '先检查',
  checking: '正在检查，尚未作任何改动。',
  wouldChange: (rows: number) => `文件无误：将导入 ${n(rows)} 行。`,
  numberColumns: (columns: readonly string[]) =>
    `${columns.map((name) => `“${name}”`).join('、')}列的单元格是数字：Excel 会去掉数字开头的零。如编号以零开头，请将该列设为文本格式后重新输入。`,
  offRoster: (total: number) =>
    total === 1
      ? '有一个工号不在员工名册中，列入名册前不计入任何人：'
      : `有 ${n(total)} 个工号不在员工名册中，列入名册前不计入任何人，其中包括：`,
  confirm: '确认导入',
  done: (rows: number) => `已导入 ${n(rows)} 行。`,
  choose: '选择文件',
  noFile: '尚未选择',
  chooseFile: '请选择文件。',
  tooBig: '文件超过 256 MB。',
  more: (rows: number) => `另有 ${n(rows)} 处`,
  refused: '无法导入该文件，未作任何改动。',
  found: {
    title: '文件中的分组',
    traits: { tripType: '出行类型', channel: '渠道', region: '地区', locale: '信函语言' },
    isNew: '台账中没有',
    more: (others: number) => `另有 ${n(others)} 个`,
    otherLanguages: '没有以下语言的信函，将寄英文信：',
  },
  report: {
    notAdult: '未成年，不询问',
    noBasis: '没有充分的处理依据，不询问',
    erased: '已删除，不再收录',
    sameAddress: '未收录：与另一位旅客邮箱相同',
    rows: '读取行数',
    added: '新增',
    changed: '变更',
    unchanged: '不变',
  } as Record<string, string>,
  readOnly: '台账由隐私保护主管和负责该台账的部门导入。',
}
