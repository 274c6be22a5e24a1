import type { Messages } from '../../en.ts'
import { calibrate } from './calibrate.ts'
import { help } from './help.ts'
import { torture } from './torture.ts'

const benchFaults: Record<
  'below-target' | 'slower-than-documented' | 'too-slow' | 'grows-with-answers',
  (name: string, measured: number, wanted: number) => string
> = {
  'below-target': (name, measured, wanted) => `${name}：每秒 ${measured} 次，低于目标 ${wanted} 次。`,
  'slower-than-documented': (name, measured, wanted) =>
    `${name}：每秒 ${measured} 次，比文档记载的 ${wanted} 次低三分之一以上。`,
  'too-slow': (name, measured, wanted) => `${name}：${measured} 毫秒，超过目标 ${wanted} 毫秒。`,
  'grows-with-answers': (name, measured, wanted) => `${name}：最大一期调查用时 ${measured} 毫秒，超过 ${wanted} 毫秒。`,
}

export const commands: Messages['commands'] = {
  mailbox: {
    title: (letters) => `邮箱：共 ${letters} 封`,
    to: '收件人',
    subject: '主题',
    people: '以示例人员的身份登录',
    back: '邮箱',
  },
  building: '正在构建各应用，安装或更改之后最多约一分钟',
  demo: {
    starting: '正在启动问卷、管理端、调度程序和邮件服务器……',
    picturing: (folder) => `正在截图：${folder}`,
    remembering: (start) => `写入公司自 ${start} 以来的历史`,
    settingUp: '首位隐私保护主管注册并填写企业信息',
    importing: (files) => `导入 ${files} 个台账`,
    imported: (name, rows) => `${name}：${rows} 条`,
    opening: (period) => `发起${period}调查并发送邀请`,
    delivering: (sent, all) => `已送达 ${sent} / ${all} 封`,
    answering: '客户打开邮件中的链接并作答',
    answered: (done, all) => `已作答 ${done} / ${all} 人`,
    reminding: '提醒还没有作答的客户',
    closing: '截止调查并匿名化',
    judging: (period) => `判定${period}的 5 项目标并发送摘要`,
    summing: (period) => `发送${period}的摘要（调查尚未截止）`,
    result: (seconds) => `用时 ${seconds} 秒。这是虚构的示例公司。`,
    columns: {
      goal: (period) => `${period} 目标`,
      verdict: '判定',
      value: '数值',
      target: '目标值',
      missing: '缺少',
    },
    places: { survey: '问卷', dashboard: '管理端', mailbox: '邮箱', data: '数据' },
    guide: (open, people, survey) =>
      [`打开  ${open}`, `身份  ${people}（9 种角色，点击即登录）`, `试试  ${survey}（从邮件作答问卷）`].join('\n'),
    surveyOpen: (period, invited) => `${period}调查进行中：已邀请 ${invited} 人。各项计数在调查截止后显示。`,
    surveyPlace: (url) => `${url}（客户页面由邮件中的链接打开）`,
    stop: '按 Ctrl-C 结束。',
    stopping: '正在结束……',
  },
  start: {
    ended: (app, { code, signal }, ends) =>
      `程序“${app}”已退出（${signal === null ? `退出码 ${code}` : `信号 ${signal}${signal === 'SIGKILL' ? '，可能是系统内存不足' : ''}`}），10 分钟内第 ${ends} 次，上限 5 次。`,
    again: (seconds) => `${seconds} 秒后重新启动。`,
    givenUp: '不再重新启动，其余程序随之停止。该程序最后的输出见上文。',
    unusableSettings: (app) => `程序“${app}”无法使用上述设置启动，不再重新启动；其余程序继续运行。`,
    runnerEnded: '启动各程序的命令已结束，各程序随之停止。',
  },
  replay: {
    organisation: '回放',
    closingReason: '回放不等截止日期。',
    wave: (label, people) => `${label}调查：邀请 ${people} 位客户`,
    counted: (recipients, invited, posts, answered) =>
      `邮件服务器：${recipients} 位收件人，邀请 ${invited} 人。访问日志：${posts} 次提交，已保存 ${answered} 份答卷。`,
    result: (seconds) => `用时 ${seconds} 秒。`,
    countsDiffer: (wave) => `${wave}调查的数目不符，本次结果不可使用。`,
  },
  help,
  calibrate,
  torture,
  bench: {
    usage:
      '用法：npx -y pnpm@12 bench open|submit|cycle|send|import [--json] [--runs 次数] [--seconds 秒] [--clients 个数] [--size 个数] [--signed] [--processes 个数] [--engine sqlite|postgresql]\n      npx -y pnpm@12 bench scorecard [--answers 份数,份数,…] [--runs 次数] [--engine sqlite|postgresql] [--json]\n      npx -y pnpm@12 bench pdf [--runs 次数] [--json]\n      npx -y pnpm@12 bench dashboard [--answers 份数] [--runs 次数] [--engine sqlite|postgresql] [--json]\n      npx -y pnpm@12 bench summary [--size 收件人数] [--runs 次数] [--engine sqlite|postgresql] [--json]\n      npx -y pnpm@12 bench export [--answers 行数] [--runs 次数] [--engine sqlite|postgresql] [--json]\n      npx -y pnpm@12 bench start [--all] [--runs 次数] [--engine sqlite|postgresql] [--json]\n      npx -y pnpm@12 bench move [--answers 份数] [--json]\n      npx -y pnpm@12 bench mixed [--seconds 秒] [--rate 每秒请求数] [--engine sqlite|postgresql] [--json]\n      npx -y pnpm@12 bench plans [--answers 份数] [--json]\n      npx -y pnpm@12 bench tests [--json]\n      npx -y pnpm@12 bench all [--write] [--json]\n用虚构数据测量一项工作，并与只做必要工作的替身程序轮流对比；记分卡则用多种规模的调查测量。最后一行为 JSON。',
    unknownEngine: (engine, engines) => `未知数据库引擎：${engine}。可选：${engines}`,
    withoutEngine: (bench) => `bench ${bench} 没有选项 --engine。`,
    figures: ({ name, perSecond, limitPerSecond, p99Milliseconds, cpuMicroseconds }) =>
      `${name}：每秒 ${perSecond} 次（替身 ${limitPerSecond} 次），p99 ${p99Milliseconds} 毫秒，每次占用处理器 ${cpuMicroseconds} 微秒`,
    pdf: ({ pages, millisecondsPerPage, firstMilliseconds }) =>
      `pdf：每页 ${millisecondsPerPage} 毫秒（共 ${pages} 页），首份报告 ${firstMilliseconds} 毫秒`,
    scorecard: ({ runs, rebuildSeconds }) =>
      [
        ...runs.map(({ answers, milliseconds }) => `${answers} 份答卷：5 项目标用时 ${milliseconds} 毫秒`),
        `重新统计最大一期：${rebuildSeconds} 秒`,
      ].join('\n'),
    dashboard: ({ answers, p50Milliseconds, p99Milliseconds, firstScreen, firstPaint }) =>
      `dashboard：${answers} 份答卷的记分卡用时 ${p50Milliseconds} 毫秒，p99 ${p99Milliseconds} 毫秒；首屏 ${firstScreen.requests} 个请求，共 ${firstScreen.bytes} 字节，${firstPaint.loopback.figuresMilliseconds} 毫秒后显示数值，慢速线路上为 ${firstPaint.slowLine.figuresMilliseconds} 毫秒`,
    summary: ({ pages, millisecondsPerPage, pdfBytes, readers, readersSeconds }) =>
      `summary：每页 ${millisecondsPerPage} 毫秒（共 ${pages} 页，${Object.entries(pdfBytes)
        .map(([locale, bytes]) => `${locale} ${bytes} 字节`)
        .join('，')}），${readers} 位收件人用时 ${readersSeconds} 秒`,
    export: ({ rows, bytes, seconds, liveMegabytes }) =>
      `export：${rows} 行（${bytes} 字节）用时 ${seconds} 秒，占用内存增加 ${liveMegabytes} MB`,
    registers: ({ rows, milliseconds, slowestMilliseconds }) =>
      `registers：${rows} 行的列表，打开 ${milliseconds.first} 毫秒，搜索 ${milliseconds.search} 毫秒，排序 ${milliseconds.sort} 毫秒，筛选 ${milliseconds.filter} 毫秒，末页 ${milliseconds.last} 毫秒；最慢一次 ${slowestMilliseconds} 毫秒`,
    start: ({ listenMilliseconds, firstPageMilliseconds, idleMegabytes, idleOfAll }) =>
      `start：调查程序启动后 ${listenMilliseconds} 毫秒开始监听，${firstPageMilliseconds} 毫秒送出首页，空闲时占用内存 ${idleMegabytes} MB${idleOfAll ? `，三个应用共 ${idleOfAll.sum} MB` : ''}`,
    tests: ({ passed, failed, skipped, seconds, workSeconds, slowest }) =>
      [
        `tests：${seconds} 秒内通过 ${passed} 项，失败 ${failed} 项，跳过 ${skipped} 项（各文件合计 ${workSeconds} 秒）`,
        ...slowest.map((file) => `${file.seconds} 秒 ${file.file}`),
      ].join('\n'),
    move: ({ answers, rows, there, back, digestsEqual }) =>
      `move：${answers} 份答卷（共 ${rows} 行），迁移至 PostgreSQL 用时 ${there.seconds} 秒、内存 ${there.peakMegabytes} MB，迁回用时 ${back.seconds} 秒、内存 ${back.peakMegabytes} MB；摘要${digestsEqual ? '一致' : '不一致'}`,
    mixed: ({ requests, seconds, errors, p99Milliseconds, memory }) =>
      [
        `mixed：${seconds} 秒内 ${requests} 个请求，出错 ${errors} 个，p99 ${p99Milliseconds} 毫秒`,
        ...Object.entries(memory).map(
          ([app, { endMegabytes, megabytesAnHour }]) => `${app}：${endMegabytes} MB，每小时增长 ${megabytesAnHour} MB`,
        ),
      ].join('\n'),
    plans: ({ steps }) =>
      steps
        .flatMap(({ step, times, walBytes, statements }) => [
          `${step}（${times} 次，每次日志 ${walBytes} 字节）`,
          ...statements.map(
            ({ statement, executions, milliseconds, pages, scans }) =>
              `  ${executions} × ${milliseconds} 毫秒，${pages} 页 [${scans.join('，')}]：${statement}`,
          ),
        ])
        .join('\n'),
    all: ({ faults }) =>
      faults.length === 0
        ? '各项目标和文档记载的数据均达到。'
        : faults.map(({ name, fault, measured, wanted }) => benchFaults[fault](name, measured, wanted)).join('\n'),
  },
  faults: {
    unknownOption: (option, near = null) =>
      near === null ? `未知选项：${option}` : `未知选项：${option}。是否应为 ${near}？`,
    noValue: (option) => `${option} 不需要值`,
    optionValue: (option) => `${option} 需要一个值`,
    badDatabase:
      '数据库须为文件（如 file:./data/demo.db）或 PostgreSQL 数据库（如 postgresql://user:password@db.example.com:5432/demo）',
    databaseFilled: (name) => `数据库 ${name} 已在使用。请指定空数据库。`,
    badSeed: '种子须为不超过 40 个字符的词或数字',
    notBuilt: '未能构建各应用',
    badYear: (year, years) => `没有 ${year} 年的调查。文件中有：${years}`,
    noFolder: '请指明文件所在的文件夹，例如：npx -y pnpm@12 replay ../data',
    missingFiles: (folder, names) => `${folder} 中缺少 ${names}`,
    notDelivered: (waiting) => `邮件服务器不接收邮件，仍有 ${waiting} 封待发。没有产生任何答卷。请检查 SMTP_URL。`,
    unreadableRelay: '已设置 SMTP_URL，但此处无法读取它接收的邮件。不设置即可使用内置邮件服务器。',
    folderNotEmpty: (folder) => `${folder} 不是空文件夹，内容未改动。请用 --data 指定新文件夹。`,
    folderUnusable: (folder) => `${folder} 无法使用：它不是文件夹，或没有写入权限。`,
    failed: (why) => `已中止：${why}`,
    usageStart: '用法：wayproof start [--new]\n密钥文件所属的数据库不存在时，--new 以空数据库启动。',
    usagePictures:
      '用法：npx -y pnpm@12 pictures 文件夹 [--tour]\n将示例企业的管理端各页面截图写入该文件夹。--tour 只截取 docs/tour 所用的页面。',
    usageDemo:
      '用法：npx -y pnpm@12 demo [--seed N] [--exit] [--json] [--data 文件夹] [--database URL]\n文件夹和数据库（默认为该文件夹中的文件）须为新建或为空。邮件发送到演示自带的邮件服务器，不采用 SMTP_URL 等设置。',
    usageReplay:
      '用法：npx -y pnpm@12 replay 文件夹 [--year N] [--json] [--data 文件夹]\n--data 的文件夹须为新建或空文件夹。邮件发送到回放自带的邮件服务器，请勿设置 SMTP_URL。',
  },
}
