import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')

/** Effects of an import or a dry run, and its undo. */
export const imports = {
  title: '导入记录',
  none: '尚未导入任何文件。',
  did: (added: number, changed: number) => `新增 ${n(added)} 行，变更 ${n(changed)} 行`,
  columns: { file: '文件', when: '导入时间', by: '导入人', did: '结果', state: '状态' },
  undo: '撤销',
  undoTitle: (file: string) => `要撤销导入“${file}”吗？`,
  undoSentTitle: (system: string) => `要撤销“${system}”通过接口写入的内容吗？`,
  undoText: (added: number, changed: number) => {
    const taken = added > 0 ? [`移除它新增的 ${n(added)} 行`] : []
    const back = changed > 0 ? [`把它变更的 ${n(changed)} 行改回原样`] : []
    return `将${[...taken, ...back].join('，并')}。变更记录会同时保留两者。`
  },
  undoSealed: (periods: readonly string[]) =>
    `以下半年度已据此导入封存：${periods.join('、')}。封存的数据和记录不变，页面会注明导入已撤销。`,
  undone: (name: string, when: string, reason: string) => `${name}于${when}撤销：${reason}`,
  undoneNow: (added: number, changed: number) => `已撤销：移除 ${n(added)} 行，改回 ${n(changed)} 行。`,
  stands: '有效',
  preview: '将发生的变更',
  previewFirst: (shown: number, all: number) => `共 ${n(all)} 行，以下为前 ${n(shown)} 行，有变更的排在最前。`,
  kinds: { changed: '变更', added: '新增', unchanged: '不变' },
  row: '行号',
  what: '结果',
  key: '对象',
  difference: '差异',
  byHand: '台账中的这一行曾由人工录入、更正或移除。',
  overHand: (rows: number) => `其中 ${n(rows)} 行曾由人工改动，导入后将以文件为准。`,
  renamed: (before: string, after: string) => `“${before}”改名为“${after}”`,
  renames: (list: string) => `以下已有对象的名称不同：${list}。`,
  faults: {
    'import-unknown': '没有这次导入。',
    'import-undone': '这次导入已撤销。',
    'import-not-last': '之后还有有效的导入，或这次导入没有带来变更。只能撤销最近一次。',
    'reason-missing': '请说明原因。',
    'not-the-keeper': '此台账由其他部门维护。',
  } as Record<string, string>,
  touched: (total: number, keys: string) =>
    `这次导入的 ${n(total)} 行之后已由人工更正、移除或附上证据：${keys}。导入不能撤销，请逐行更正。`,
}
