import type { RowFault, RowFaultCode, TableFault } from '@wayproof/evidence/import/table-fault'
import { namedUnseen } from '@wayproof/kernel/people/visible-text'
import { formatExample } from '../../format-example.ts'
import { count } from '../../number-format.ts'

const n = (value: number): string => count(value, 'zh-CN')
const columns = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、')
const listed = (expected: string): string => expected.split(', ').join('、')

/** Spreadsheets save in the encoding of their country unless the user selects another. */
const excel = (expected: string): string => (expected === 'utf-8' ? '在 Excel 或 WPS 中请另存为“CSV UTF-8”格式。' : '')

/** Why a file was not taken; nothing of it was stored. */
export function fileFault(fault: TableFault): string {
  switch (fault.code) {
    case 'binary':
      return '这不是 CSV 或 XLSX 文件。请将表格另存为其中一种后再导入。'
    case 'old-excel':
      return '这是旧版 Excel 文件（XLS）。请另存为“Excel 工作簿（XLSX）”后再导入。'
    case 'xlsb':
      return '这是 Excel 二进制工作簿（XLSB）。请另存为“Excel 工作簿（XLSX）”后再导入。'
    case 'ods':
      return '这是 OpenDocument 电子表格（ODS）。请另存为“Excel 2007–365（XLSX）”后再导入。'
    case 'encrypted':
      return '文件有密码保护。请另存为无密码的文件后再导入。'
    case 'bad-xlsx':
      return '文件已损坏，或不是 Excel 工作簿。请用 Excel 或 WPS 打开，重新另存为 XLSX 后再导入。'
    case 'several-sheets':
      return `多个工作表符合要求：${columns(fault.sheets)}。请只保留其中一个。`
    case 'merged-cells':
      return `合并单元格只有首行有值：${fault.ranges.join('、')}。请取消合并，并填写每一行。`
    case 'unpacks-too-large':
      return `文件解压后超过 ${n(fault.figures.megabytes)} MB，请拆分后分别导入。`
    case 'empty-file':
      return '文件是空的。'
    case 'no-rows':
      return '文件只有表头，没有数据行。'
    case 'not-csv':
      return `第 ${fault.figures.row} 行不符合 CSV 格式：引号没有成对，或出现在不该出现的位置。`
    case 'not-json':
      return `文件既不是一个 JSON 文档或文档数组，也不是每行一个文档：第 ${fault.figures.row} 行不是 JSON。`
    case 'bad-encoding':
      return fault.figures.found === ''
        ? `文件不是 ${fault.figures.expected.toUpperCase()} 编码，无法读取。${excel(fault.figures.expected)}`
        : `文件是 ${fault.figures.found.toUpperCase()} 编码，此处要求 ${fault.figures.expected.toUpperCase()}。${excel(fault.figures.expected)}`
    case 'too-large':
      return `文件超过 ${n(fault.figures.megabytes)} MB，请拆分后分别导入。`
    case 'too-many-rows':
      return `文件超过 ${n(fault.figures.rows)} 行，请拆分后分别导入。`
    case 'registers-changed':
      return '校验期间台账有修改，没有导入任何内容，请重试。'
    case 'too-many-columns':
      return `文件超过 ${n(fault.figures.columns)} 列。`
    case 'column-missing':
      return `文件缺少以下列：${columns(fault.columns)}。`
    case 'column-misspelt':
      return `以下列名疑似有误：${fault.misspelt.map(({ heading, meant }) => `“${heading}”（应为“${meant}”？）`).join('、')}。请修改或删除。`
    case 'column-twice':
      return `文件中以下列重复出现：${columns(fault.columns)}。`
    case 'column-unknown':
      return `文件含有此处不接收的列：${columns(fault.columns)}。`
    case 'bad-rows':
      return `文件有 ${n(fault.total)} 处错误，没有导入任何内容。${
        fault.total > fault.rows.length ? `以下列出前 ${n(fault.rows.length)} 处。` : ''
      }`
  }
}

function range(expected: string): string {
  const [from = '', to = ''] = expected.split('..')
  if (from && to) return `数字，从 ${from} 到 ${to}`
  return from ? `数字，最小为 ${from}` : to ? `数字，最大为 ${to}` : '数字'
}

const span = (expected: string): string => expected.split('..').join(' 至 ')

const reasons: Record<RowFaultCode, (fault: RowFault) => string> = {
  'too-many-cells': ({ text, expected }) => `有 ${text} 个单元格，多于表头的 ${expected} 个。`,
  'too-few-cells': ({ text, expected }) => `只有 ${text} 个单元格，少于表头的 ${expected} 个。`,
  'header-repeated': () => '此处重复了表头。',
  required: () => '不能为空。',
  'too-long': ({ text, expected }) => `“${text}…”超过 ${expected} 个字符。`,
  'bad-day': ({ text, expected }) => `“${text}”不是有效日期（例如 ${listed(formatExample(expected))}）。`,
  'outside-span': ({ text, expected }) => `“${text}”超出范围，须在 ${span(expected)} 之间。`,
  'bad-month': ({ text, expected }) => `“${text}”不是有效月份（例如 ${formatExample(expected)}）。`,
  'bad-instant': ({ text, expected }) => `“${text}”不是含时区的时间（例如 ${formatExample(expected)}）。`,
  'bad-number': ({ text, expected }) => `“${text}”不符合要求，应为${range(expected)}。`,
  'not-email': ({ text, expected }) => `“${text}”不是有效的邮箱（例如 ${expected}）。`,
  'bad-value': ({ text, expected }) => `“${text}”不是可选值，请填写：${listed(expected)}。`,
  'formula-error': ({ text }) => `公式出错，显示为“${text}”。`,
  'bad-character': ({ text }) => `“${namedUnseen(text)}”含有换行或不可见字符。`,
  duplicate: ({ text, otherRow }) => `“${text}”与第 ${otherRow} 行重复，同一文件中只能出现一次。`,
  'out-of-order': ({ text, expected }) => `${text} 早于 ${expected}。`,
  'outside-quarter': ({ text, expected }) => `${text} 不在 ${expected} 季度内。`,
  'in-future': ({ text, expected }) => `${text} 是未来的日期，今天是 ${expected}。`,
  'time-in-future': ({ text, expected }) => `${text} 是未来的时间，当前时间是 ${expected}。`,
  'too-far-ahead': ({ text, expected }) => `${text} 过晚，最晚可填 ${expected}。`,
  'before-founding': ({ text, expected }) => `${text} 早于企业成立日期 ${expected}。`,
  'partner-offboarded': ({ text, expected }) => `${text} 的审核晚于合作终止日 ${expected}。`,
  overlapping: ({ text, expected, otherRow }) =>
    `${text} 与同一人的其他休假重叠：${expected}${otherRow === undefined ? '' : `（第 ${otherRow} 行）`}。`,
  'reason-wanted': () => '请填写无需报告或告知的原因。',
  'reason-for-delay': ({ expected }) => `完成时间晚于时限 ${expected}，请填写延迟的原因。`,
  'unknown-incident': ({ text }) => `个人信息安全事件台账中没有“${text}”。`,
  'step-missing': ({ expected }) => `已填写“${expected}”，此项不能为空。`,
  'unknown-examination': ({ text }) => `没有编号为“${text}”的安全评估、漏洞扫描或渗透测试。`,
  'unknown-partner': ({ text }) => `合作伙伴台账中没有“${text}”。`,
  'unknown-surface': ({ text }) => `公示平台台账中没有“${text}”。`,
  'unknown-version': ({ text }) => `隐私政策版本台账中没有“${text}”。`,
  'unknown-country': ({ text }) => `“${text}”不是 ISO 3166-1 国家或地区代码，应填写 CN、DE 等两位代码。`,
  'user-in-address': ({ expected }) => `网址中含有用户名或密码（格式例如 ${expected}）。`,
  'private-address': ({ text }) => `“${text}”是内部网络地址，客户无法打开。`,
}

/** A fault of a row: place, found value and accepted values. */
export function rowFault(fault: RowFault): string {
  const place = fault.column === null ? '' : `“${fault.column}”列`
  return `第 ${fault.rowNumber} 行${place}：${reasons[fault.code](fault)}`
}

/** A fault of one cell, shown beside it. */
export const cellFault = (fault: RowFault): string => reasons[fault.code](fault)
