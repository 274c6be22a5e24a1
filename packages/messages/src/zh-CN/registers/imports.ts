import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')

/** Effects of an import or a dry run, and its undo. */
export const imports = {
  title: '导入记录',
  none: '还没有导入文件。',
  did: (added: number, changed: number) => `新增 ${n(added)} 条，修改 ${n(changed)} 条`,
  repaired: (from: string, to: string, rows: number) => `导入时更正：${from} → ${to}，${n(rows)} 行`,
  columns: { file: '文件', when: '导入时间', by: '导入人', did: '结果', state: '状态' },
  undo: '撤销',
  undoTitle: (file: string) => `撤销导入“${file}”？`,
  undoSentTitle: (system: string) => `撤销“${system}”通过接口写入的内容？`,
  undoText: (added: number, changed: number) => {
    const taken = added > 0 ? [`移除新增的 ${n(added)} 条`] : []
    const back = changed > 0 ? [`还原修改的 ${n(changed)} 条`] : []
    return `将${[...taken, ...back].join('，')}。操作会留痕。`
  },
  undoSealed: (periods: readonly string[]) =>
    `以下半年度已据此导入封存：${periods.join('、')}。封存的数据和记录不变，页面会注明导入已撤销。`,
  undone: (name: string, when: string, reason: string) => `${name}于${when}撤销：${reason}`,
  undoneNow: (added: number, changed: number) => `已撤销：移除 ${n(added)} 条，还原 ${n(changed)} 条。`,
  stands: '有效',
  preview: '变更预览',
  previewFirst: (previewRows: number, all: number) => `共 ${n(all)} 条，显示前 ${n(previewRows)} 条，有变更的在前。`,
  kinds: { changed: '修改', added: '新增', unchanged: '不变' },
  row: '行号',
  what: '结果',
  key: '记录',
  difference: '差异',
  byHand: '这条记录曾由人工录入、修改或移除。',
  overHand: (rows: number) => `其中 ${n(rows)} 条曾由人工修改，导入后以文件为准。`,
  renamed: (before: string, after: string) => `“${before}”更名为“${after}”`,
  renames: (list: string) => `已有记录的其他名称：${list}。`,
  faults: {
    'import-unknown': '没有这次导入。',
    'import-undone': '这次导入已撤销。',
    'import-not-last': '之后还有有效的导入，或这次导入没有修改数据。只能撤销最近一次。',
    'reason-missing': '请填写原因。',
    'not-the-keeper': '此台账由其他部门维护。',
  } as Record<string, string>,
  touched: (total: number, keys: string) =>
    `这次导入的 ${n(total)} 条之后已由人工修改、移除或上传证明材料：${keys}。导入不能撤销，请逐条修改。`,
}
