import type { Messages } from '../../en.ts'
import { count } from '../../number-format.ts'
import { jsonFaults } from './json-faults.ts'

const n = (value: number) => count(value, 'zh-CN')

export const languages: Messages['reporting']['languages'] = {
  crumb: '问卷语言',
  title: (added) => (added === 0 ? '问卷有中文和英文两种语言' : `问卷有中文、英文和另外 ${n(added)} 种语言`),
  lead: '新增语言就是一份译文文件。译文完整并启用后，客户收到的邮件和看到的页面使用该语言。',
  list: '新增的语言',
  none: '还没有新增语言。请在下方下载模板，翻译后上传。',
  columns: {
    language: '语言',
    state: '状态',
    complete: '译文',
    travelers: '客户',
    changed: '最近修改',
    acts: '操作',
  },
  active: '已启用',
  draft: '未启用',
  of: (complete, all) => `${n(complete)} / ${n(all)}`,
  by: (name, day) => `${name}，${day}`,
  act: {
    download: '下载',
    activate: '启用',
    deactivate: '停用',
    test: '发测试邮件给我',
    check: '检查文件',
    save: (name) => `保存${name}`,
    template: '下载模板',
  },
  incomplete: '请先补全译文。',
  activation: {
    title: (name) => `启用${name}？`,
    text: (travelers) =>
      `名册中有 ${n(travelers)} 位客户使用该语言。启用后，导入客户名册时保留该语言，邮件和页面也使用该语言。`,
    questionnaire: '问卷题目的译文需要在下一版问卷中填写，未填写的题目显示英文。',
  },
  testSent: (isIncomplete) =>
    `测试邮件正在发送给您。邮件中的按钮打开问卷，不保存任何回答。${isIncomplete ? '缺失或有误的句子显示英文。' : ''}`,
  deactivation: {
    title: (name) => `停用${name}？`,
    text: (travelers) => `名册中有 ${n(travelers)} 位客户使用该语言。之后的邮件和页面改用英文，已保存的译文保留。`,
  },
  template: {
    title: '新增语言',
    lead: '模板列出每一句的英文和中文。请把译文填在旁边的“text”中，并保留 {0} 等占位符。',
    tag: '语言代码',
    tagHint: '例如 fr、pt-BR、sr-Latn。',
    name: '该语言的自称',
    nameHint: '客户按这个名称选择语言，例如 Français。',
  },
  upload: {
    title: '上传文件',
    lead: '把文件拖到本页，或点击选择。系统先列出问题，确认后才保存。',
    file: '语言文件（JSON）',
    drop: '松开鼠标，检查文件',
  },
  checked: {
    title: (name, tag) => `${name}（${tag}）`,
    complete: (all) => `${n(all)} 句译文齐全，占位符无误。`,
    faulty: (complete, all) => `${n(all)} 句中有 ${n(complete)} 句无误。`,
    asDraft: '可以先保存，稍后继续。目前还不能启用。',
    replaces: '保存后替换现有译文。',
    activeFaulty: '该语言已启用，只能用完整的文件替换。如需保存草稿，请先停用。',
    more: (value) => `另有 ${n(value)} 处。`,
  },
  outcomes: {
    saved: '已保存。',
    changed: '另一位主管刚刚修改了该语言，本次没有保存。请重新检查文件。',
    incomplete: '译文不完整，没有任何更改。',
    unknown: '该语言已不存在，请刷新页面。',
  },
  fileFaults: {
    'tag-invalid': '语言代码无效。请使用 fr、pt-BR、sr-Latn 这样的代码。',
    'tag-unknown': '系统没有该语言的日期、数字和复数规则。',
    'tag-built-in': '中文和英文是系统自带语言，请使用其他语言的代码。',
    'language-too-large': '文件太大。语言文件最多 512 KB、1,000 句。',
    'language-not-json': '文件不是 JSON。请保存为扩展名为 .json 的纯文本。',
    ...jsonFaults,
    'language-no-file': '文件不是语言文件。它应像模板一样包含“tag”“name”和“sentences”。',
    'language-name-invalid': '语言名称缺失、过长，或含有无法显示的字符。',
  },
  faults: {
    missing: '缺少译文',
    unknown: '问卷没有这一句',
    'not-text': '不是文本',
    characters: '含有控制字符、<、> 或乱码（�）；乱码时请把文件存为 UTF-8',
    syntax: '花括号或复数写法无效',
    'too-long': '太长：{length} 字，最多 {most} 字',
    'argument-missing': '缺少 {argument}',
    'argument-unknown': '多出 {argument}',
    'argument-no-number': '{argument} 不是数字',
    'form-missing': '缺少复数形式：{forms}',
  },
}
