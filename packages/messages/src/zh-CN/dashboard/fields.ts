import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')

/** Faults of a form's field, shown beside it. */
export const fields = {
  empty: '请填写此项。',
  unfinished: '请填写完整。',
  late: (last: string) => `请选择不晚于${last}的日期。`,
  tooLong: (length: number, most: number) => `请缩短到 ${n(most)} 字以内，现在有 ${n(length)} 字。`,
  counter: (length: number, most: number) => `已输入 ${n(length)} / ${n(most)} 字。`,
  newer: {
    title: '他人刚保存了新的内容，您填写的内容仍在。',
    theirs: '对方的内容：',
    take: '采用对方的内容',
    keep: '保留我的内容',
  },
  unsaved: {
    title: '离开此页？',
    text: '此页填写的内容还没有保存，离开后会丢失。',
    leave: '离开',
  },
}
