import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')
const quoted = (texts: readonly string[]): string => texts.map((text) => `“${text}”`).join('、')

/** Saying which column of a foreign file is which. */
export const mapping = {
  title: '指定此文件的各列',
  open: '指定各列',
  lead: '请说明每一列的内容。不需要的列在读取时即被丢弃。',
  other: '文件用的是自己的表头？',
  remembered: (day: string, by: string) => `按 ${by} 于 ${day}为同类文件所作的指定填写。`,
  vanished: (columns: readonly string[]) => `当时读取的列 ${quoted(columns)} 在此文件中不存在。`,
  column: '列',
  examples: '文件内容',
  field: '对应',
  ignore: '不需要',
  noHeading: (place: number) => `第 ${n(place)} 列，没有表头`,
  filled: (filled: number, rows: number) => `${n(rows)} 行中有 ${n(filled)} 行`,
  more: '等',
  required: (label: string) => `${label}（必填）`,
  constants: '每行相同的内容',
  constantsHint: '用于文件中没有的列。',
  words: (label: string) => `“${label}”列中各词的含义`,
  wordsHint: '留空的词按原样读取。',
  none: '无内容',
  asIs: '按原样',
  dayFormat: '日期写法',
  dayFormatHint: '文件中的日期有多种读法，系统不作猜测。',
  chooseDayFormat: '请选择',
  zone: '时间按本机构所在时区计；只有日期时，视为当天零时。',
  encoding: '编码',
  delimiter: '分隔符',
  delimiters: { ',': '逗号', ';': '分号', '\t': '制表符', '|': '竖线' } as Record<string, string>,
  check: '按此指定检查',
  faults: {
    'field-twice': (names: readonly string[]) => `以下内容被重复指定：${quoted(names)}。`,
    'field-unmapped': (names: readonly string[]) => `没有列对应${quoted(names)}。请指定一列，或填写每行相同的内容。`,
    'field-unknown': (names: readonly string[]) => `此台账没有${quoted(names)}。`,
    'heading-twice': (names: readonly string[]) => `表头${quoted(names)}在文件中重复出现，请在文件中改名。`,
    'heading-empty': (places: readonly string[]) =>
      `第 ${places.join('、')} 列没有表头，无法读取。请在文件中补上表头。`,
    'day-format-missing': (names: readonly string[]) => `请说明${quoted(names)}中日期的写法。`,
  },
}
