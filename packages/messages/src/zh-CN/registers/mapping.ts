import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')
const quoted = (texts: readonly string[]): string => texts.map((text) => `“${text}”`).join('、')

/** Saying which column of a foreign file is which. */
export const mapping = {
  title: '匹配列',
  open: '匹配列',
  lead: '请选择每列对应的字段；不需要的列不会导入。',
  other: '表头与模板不一致？',
  remembered: (day: string, by: string) => `沿用 ${by} 于 ${day}对同类文件的匹配。`,
  vanished: (columns: readonly string[]) => `当时匹配的列 ${quoted(columns)} 在此文件中不存在。`,
  column: '列',
  examples: '文件内容',
  field: '字段',
  ignore: '不需要',
  noHeading: (place: number) => `第 ${n(place)} 列，没有表头`,
  filled: (filled: number, rows: number) => `${n(filled)}/${n(rows)} 行`,
  more: '等',
  required: (label: string) => `${label}（必填）`,
  constants: '固定值',
  constantsHint: '用于文件中没有的列。',
  words: (label: string) => `“${label}”的取值匹配`,
  wordsHint: '留空则保留原值。',
  none: '无内容',
  asIs: '保留原值',
  dayFormat: '日期格式',
  dayFormatHint: '日期可能有多种解读，请选择格式。',
  chooseDayFormat: '请选择',
  zone: '时间按本企业所在时区计；只有日期时，视为当天零时。',
  encoding: '编码',
  delimiter: '分隔符',
  delimiters: { ',': '逗号', ';': '分号', '\t': '制表符', '|': '竖线' } as Record<string, string>,
  check: '校验文件',
  faults: {
    'field-twice': (names: readonly string[]) => `重复匹配：${quoted(names)}。`,
    'field-unmapped': (names: readonly string[]) => `没有列对应${quoted(names)}。请匹配一列，或填写固定值。`,
    'field-unknown': (names: readonly string[]) => `台账没有字段${quoted(names)}。`,
    'heading-twice': (names: readonly string[]) => `表头${quoted(names)}在文件中重复出现，请在文件中改名。`,
    'heading-empty': (places: readonly string[]) =>
      `第 ${places.join('、')} 列没有表头，无法读取。请在文件中补上表头。`,
    'day-format-missing': (names: readonly string[]) => `请选择${quoted(names)}的日期格式。`,
  },
}
