import type { questionnaireItems as english } from '../../en/survey/questionnaire-items.ts'
import { questionHints } from '../../question-hints.ts'

const quoted = (answers: readonly string[]) => answers.map((answer) => `“${answer}”`).join('、')

export const questionnaireItems: typeof english = {
  list: {
    title: '题目',
    minutes: (minutes) => `${minutes} 分钟`,
    lead: '共用题干与时长',
    leadNote: (many) => `${many} 题`,
    condition: (number) => `取决于第 ${number} 题`,
    fine: '完整',
    add: '添加题目',
    types: { scale: '量表题', choice: '单选题', text: '开放题' },
    hint: '按 Alt 加方向键移动题目。',
  },
  item: {
    number: '题号',
    heading: (number, text) => `${number}　${text}`,
    untitled: '尚无文字',
    duplicate: '复制',
    up: '上移',
    down: '下移',
    delete: '删除',
    deleteTitle: (number) => `删除第 ${number} 题？`,
    deleteText: '从下一期起，该题趋势终止。',
    needed: (numbers) => `第 ${numbers} 题原本只在选了特定回答后显示，删除后将对所有人显示。`,
    complete: (filled, all) => `${filled}/${all}`,
    wording: '题目',
    required: '必答',
    stem: '置于共用题干下',
    shown: '展示',
    toAll: '所有人',
    ifAnswer: '选了特定回答的人',
    ifQuestion: '题目',
    ifCode: '回答',
    addCondition: '添加条件',
    removeCondition: '移除',
    skips: (answers, number) => `第 ${number} 题选择${quoted(answers)}的人看不到本题。`,
    skipsToo: (numbers) => `这些人也看不到第 ${numbers} 题。`,
    unreachable: (answers) =>
      answers > 0
        ? `没有回答能满足这些条件：无人看到本题，其 ${answers} 个回答都无法选到。`
        : '没有回答能满足这些条件：无人看到本题。',
    noEarlier: '前面没有可供选择回答的题目。',
    id: (id) => `文件中的 ID：${id}`,
  },
  scale: {
    which: '量表',
    shared: (numbers) => `量表，与第 ${numbers} 题共用`,
    own: '本题专用量表',
    edit: '编辑量表',
    editNote: (many) => (many > 1 ? `修改后，${many} 道题的趋势都会中断。` : '修改后，趋势会中断。'),
    done: '完成',
    copy: '改用专用副本',
    point: (value) => `刻度 ${value}`,
    offScale: '量表外选项',
  },
  choice: {
    title: '选项',
    answer: (number) => `选项 ${number}`,
    add: '添加选项',
    remove: (number) => `删除选项 ${number}`,
  },
  open: {
    length: '回答字数上限',
    reason: '必须询问身份信息的理由',
    reasonNote: '仅在询问证件号、护照、银行卡或电话时填写。',
  },
  stem: {
    title: '共用题干与时长',
    note: '显示在一组题目之上',
    wording: '共用题干',
    minutes: '作答所需分钟数',
    questions: '题干适用的题目',
  },
  languages: { 'zh-CN': '简体中文', en: 'English' },
  preview: {
    title: '手机预览',
    all: (many) => `显示全部 ${many} 题`,
    few: '只显示选中的题目',
    language: '预览语言',
    hints: questionHints,
    names: { 'zh-CN': '中文', en: 'English' },
  },
}
