import type { palette as enPalette, shortcuts as enShortcuts } from '../../en/dashboard/palette.ts'

export const palette: typeof enPalette = {
  title: '搜索或跳转',
  hint: '页面、目标、台账、记录或操作',
  groups: {
    pages: '页面',
    acts: '操作',
    goals: '目标',
    halfYears: '半年度',
    registers: '台账',
    records: '记录',
  },
  acts: {
    import: '导入台账文件',
    openWave: '发起调查',
    editQuestionnaire: '编辑问卷',
    addLanguage: '新增问卷语言',
    recordCase: '登记请求',
    planMeeting: '安排会议',
    agreeAction: '议定措施',
    preview: '预览或发送摘要',
    invite: '邀请成员',
    draw: '抽取样本',
  },
  searching: '正在搜索记录……',
  failed: '暂时无法搜索记录，请一分钟后再试。',
  none: '没有找到，请减少关键词。',
  keys: [
    ['↑ ↓', '选择'],
    ['Enter', '打开'],
    ['Ctrl Enter', '新标签页'],
    ['Esc', '关闭'],
  ],
  allShortcuts: '全部快捷键',
}

export const shortcuts: typeof enShortcuts = {
  title: '键盘快捷键',
  palette: '搜索或跳转',
  sheet: '键盘快捷键',
  singleKeys: '不需 Ctrl 或 ⌘ 的快捷键',
  singleKeysHint: '如与语音输入冲突，可关闭。此浏览器会记住您的选择。',
  close: '关闭',
}
