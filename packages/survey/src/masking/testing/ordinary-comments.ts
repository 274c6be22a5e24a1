/** Comments that name no person: prices, dates, times, places, hotels, guides, forms. */
const ZH = `整体体验很好，下次还会选择
隐私政策太长，看不懂
希望少收集个人信息
导游很热情，讲解很专业
导游安排得很合理，时间充裕
导游安全意识强，一路提醒我们
导游全程陪同，没有强制购物
导游讲解生动，孩子很喜欢
导游温柔耐心，解答了很多问题
导游马上帮我们换了房间
导游高度负责，值得表扬
导游单独给我们讲了历史
司机师傅开车很稳
司机师傅很热情，路上还介绍了景点
司机态度好，车内干净
司机常常超速，有点害怕
司机严重迟到，等了40分钟
那位先生说可以退款
那位女士帮我们拍了照
这位老师讲得很清楚
一位阿姨在门口指路
两位导游都很好
有位大姐很热心
每位领队都应该学习
客服解决问题很快
客服解释得很清楚
客服方便的时候再联系我
客服严格按规定办事
客服毕竟不了解情况
客服态度一般，等了20分钟才接通
前台服务员很礼貌
前台办理入住花了半小时
经理向我们道歉
经理高效地处理了投诉
大堂经理很专业
项目经理没有回复
高级经理出面才解决
金牌导游名不虚传
成都导游很幽默
黄山导游讲得好
桂林导游推荐的米粉不错
韩国导游中文很好
张家界导游很负责
当地导游熟悉路线
包车师傅人很好
关于导游的评价我已经写了
对于经理的处理我很满意
由于司机迟到我们错过了演出
任何导游都不应该强迫购物
单位老师推荐的这个旅行社
顾问老师很耐心
解说老师声音好听
2025年改版后的隐私政策更清楚了
2024年5月1日出发，5月7日返回
2024-05-01出发，行程7天
2024/05/01 至 2024/05/07 的团
行程2024.5.1-2024.5.7，安排紧凑
我在2019、2020、2023年都参加过
2019-2024年一直用这个平台
从1998年开始就是会员
飞机14:30起飞，17:45到达
早上8:30集合，晚上21:00回酒店
营业时间9:00-18:00
航班延误了3个小时
G1234次列车晚点20分钟
坐D2288次动车去的
坐的A320，座位有点窄
价格12,000元，有点贵
花了12800元，性价比不高
团费3999元，包含门票
酒店1200元一晚，不值
每人1299.00元
两个人一共花了25600元
房费1000-1500元之间
门票80元，缆车160元
预算5000到8000元
300，800，1200三档价格
涨到15800了，太贵
100%满意
满意度9.5分
打9分，扣1分因为早餐
5/5好评
4.5/5
24小时客服很好
24/7的客服支持
一天三四次短信，太烦了
经常接到营销短信，一天三四次
注销账户的步骤太多，要7步
App版本4.2.1闪退
iOS 17.5.1 无法登录
下载一个200MB的应用太慢
房间30平米，带阳台
海拔3650米，有点高反
走了12000多步，很累
徒步15公里
积分50000分换了一张机票
累计里程120000公里
酒店在1203房间，靠电梯太吵
住在8楼，视野好
住在12楼，电梯慢
3号楼的早餐厅太远
A座大厅很漂亮
南京路很热闹
外滩和南京路步行街值得去
西湖边的民宿不错
古镇的街道很干净
老街的小吃很多
胡同游很有意思
住在胡同里的四合院
村里的农家菜好吃
从上海到北京，高铁4小时
杭州西湖，苏州园林，都很美
行李超重5公斤，收了200元
押金500元第二天就退了
投诉后第3天才回复
等了2周才收到退款
同意收集信息的勾选框默认勾上了
希望不要把我的信息给第三方
收到了很多垃圾短信
不知道我的数据会保存多久
问卷太长了，有30题
问卷第12题看不懂
第2题和第3题重复
身份证要拍照上传，不放心
护照信息填了两次
手机号收不到验证码
为什么要手机号和身份证号
电话打不通
客服电话一直占线
热线打了5次没人接
邮件回复很慢
微信小程序好用
微信支付很方便
微信客服回复快
支付宝付款成功但没有订单
微信 app 里找不到入口
公众号推送太多
抖音上看到的广告和实际不符
希望支持QQ登录
二维码扫不出来
一二三线城市都应该有门店
一、二、三号景点都去了
三三两两的游客
九寨沟很美，一辈子一定要去一次
五一期间人太多
十一黄金周价格翻倍
七八个人一桌，吃不饱
四五百块的酒店还可以
第一次参加跟团游
一家三口，两大一小
带65岁的父母出行
孩子6岁，1.2米以上要买票
适合3-6岁的孩子
团里有28个人
20人小团，体验好
10:1的兑换比例
1:1客服服务
房间有2张1.5米的床
酒店是5星级的
评分4.8的酒店名不副实
WiFi速度只有2M
充电需要3小时
比去年便宜20%
打8.5折
优惠200元
满1000减100
退款手续费10%
提前30天预订
行程7天6晚
3天2晚太赶
下午2点入住，中午12点退房
半夜23:50才到酒店
早上5点就要起床
零下20度，很冷
气温35℃
全程高铁300公里/小时
景区每天限流80000人
地铁2号线直达
3号航站楼很大
T3航站楼
登机口在B12
座位在23排
12306买不到票
拨打110报警
114查号台
希望1个月内回复
保存期限应该写明，比如6个月
法律规定15个工作日内答复
第13条写得不清楚
隐私政策第5.2条看不懂
个人信息保护法第44条
总共3页，字太小
共5000多字，没人看
希望有英文版
字体太小，老人看不清
谢谢你们的安排
谢谢导游和司机
感谢全体工作人员
祝你们越办越好
期待下一次旅行
没有什么意见
无
很好
一般般吧
还行，没什么可说的
建议增加夜景项目
住宿条件需要改善
餐食偏油，希望清淡
自由活动时间太少
购物店太多，体验差
景点讲解器坏了
大巴座位窄
空调不制冷
房间隔音差
毛巾有异味
早餐品种丰富
江景房很漂亮
温泉水温合适
马路对面就是地铁站
石窟和博物馆都值得看
熊猫基地人多
金色大厅的音乐会很棒
白天热，晚上冷
方便的话请多发几张照片
万一下雨怎么办
平时工作忙，难得出来
毕竟是旺季，可以理解
曾经来过一次，这次更好
何时能收到发票
任何问题都能及时解决
关于隐私，我没有意见
常年在外，第一次这么满意
左右为难的行程安排
管理有待提高
严格执行防疫规定
陆续收到退款
许多景点没去
易懂的说明更好
景点门票要实名
安检排队太久
程序繁琐
文化体验很好
费用透明
计划合理
周到的服务
史上最好的一次
尤其是早餐
英文导游口音很重
中文导游很少
免费导游讲解不错
全程导游都很负责
全程司机很安静
历史老师带队很有收获
兵马俑导游讲得细
行李师傅帮忙搬箱子
对方经理态度强硬
贵方客服应该道歉
主任老师都很亲切
班主任带队
其他领队没有这么负责
导游小姐姐人美心善
导游小哥哥很幽默
司机大叔开车稳
司机老是打电话
客服小时候的声音
微信公众号 service 不好用
我在微信上问了3次
QQ群里通知不及时
line up 的时间太长`
const EN = `Great trip, would book again
The privacy policy is too long
Please collect less data
Our guide was friendly and knowledgeable
The guide was very patient with the kids
Our guide The best ever
Thanks, Great service
Thanks, We loved it
Thanks, everything was fine
This is Very Good
I am very happy with the hotel
I'm New here but it was easy
This is a great company
Driver was late by 40 minutes
The driver Was polite
The manager Never called back
Manager on duty solved it
The front desk was slow
Reception staff were kind
Spoke to Customer Service twice
Call me Monday if needed
We paid 12,000 yuan for two
It cost $1,299.00 per person
About 15000 dollars for the family
Paid 3500 RMB, worth it
The room was 1200 CNY a night
Tickets were 80 and 160 yuan
Price went from 1000 to 1500
Between 1000-1500 yuan
We traveled in 2019, 2021 and 2024
Since 1998 I have been a customer
The 2024-2025 season was better
Trip on 2024-05-01 was perfect
From 5/1/2024 to 5/7/2024
Departed 14:30, arrived 17:45
Breakfast 7:00-10:00 is too short
Check-in at 15:00, check-out 12:00
Open 24/7, nice
Room 1203 had no lock; 24/7 support would help
Room 508 was noisy
We stayed on floor 12
Shorter privacy policy, please. 3 pages, not 30!
I am happy with the app; version 4.2 is better than 4.1
iOS 17.5.1 crashes on login
The app is 200MB, too large
The photo was 1080p only
Flew on an A320neo, cramped
The B787 was comfortable
A 5-star hotel should do better
4.5/5 from me
5/5, 4/5 and 3/5 for the hotels
10/10 would recommend
100% satisfied
20% off would be nice
Waited 2 hours at the airport
A 24 hour wait for a reply
A 10 minute walk to the beach
The 2 way transfer was included
We drove 300km in one day
Altitude 3650m made us dizzy
We walked 12000 steps
30 sqm room with balcony
Two adults, one child
One or two things could improve
Three of us shared a room
One, two, three stops were enough
Seven days and six nights
WeChat is great for updates
WeChat payments are easy
The WeChat mini program works well
Telegram channel would be nice
Instagram photos did not match
QQ login is missing
Line was too long at the museum
Ins and outs were explained well
Email reply took 3 days
The phone line was busy
Nobody answered the phone
Why do you need my passport number
I did not get the verification code
The form asks for the ID number twice
My account was locked for 2 days
Question 12 is unclear
30 questions are too many
Section 5.2 is hard to read
Article 44 should be quoted
Stored for 6 months is fine
Delete my data after 30 days please
I do not want marketing emails
Too many text messages
The opt out link was hard to find
The cookie banner is annoying
Third parties should be listed
Nanjing Road was crowded
We loved the Great Wall
The Summer Palace and the Temple of Heaven
Forbidden City tickets sold out
Hong Kong was the highlight
West Lake at night is beautiful
The Bund is a must
Chengdu pandas were cute
Guilin river cruise was slow
Xi'an food was amazing
Local food on the street was good
Shopping stops wasted 3 hours
Bus seat was broken
Air conditioning did not work
Towels smelled bad
Towels changed daily, thanks
Luggage 5kg over, paid 200
Deposit 500 returned next day
Refund took 2 weeks
Cancelled 30 days before and lost 10%
Group of 28 people
A small group of 12 is ideal
Kids under 1.2m are free
My parents are 65 and 70
Temperature was 35 degrees
-20°C was too cold
Gate B12 was far away
Terminal 3 is huge
Metro line 2 goes there
Train G1234 was on time
Seat 23A had no window
It was OK
Nothing to add
No comment
Fine
Excellent communication before the trip
Everything as described
Would recommend to friends
Best holiday in years
The itinerary was too tight
More free time please
English speaking staff needed
Font too small
The website is slow
Please add dark mode
Payment failed twice
Invoice came late
Great value for money
The view from the 88th floor
We visited 3 temples in 2 days
First time with a group
Second trip this year
I'd give 8 out of 10
Happy with how my data was handled
I trust the company with my data
Not sure what happens to my passport copy
Good, but 2000 words of policy is too much`
const FIGURES = [
  '3',
  '12',
  '40',
  '80',
  '120',
  '200',
  '365',
  '500',
  '888',
  '1000',
  '1280',
  '1599',
  '2024',
  '3650',
  '5000',
  '12,800',
  '12800',
  '36000',
  '99.5',
]
const SLOTS = [
  '价格#元',
  '一共#块',
  '走了#米',
  '等了#分钟',
  '#人的团',
  '满#减20',
  'about # yuan',
  '$# each',
  'some # people',
  '花了#多元',
  '￥#起',
]
const DAYS = [
  '2024-05-01',
  '2024/5/1',
  '2024.05.01',
  '2024年5月1日',
  '5月1日',
  '2024-05',
  '1/5/2024',
  '2024-05-01 08:30',
  '2024-05-01 至 2024-05-07',
  '8:30',
  '08:30-17:00',
  '2023',
]
const MOMENTS = ['#出发', '我们#去的', 'We went on #', '(#)', '行程 #，很好', 'on #.']

const filled = (templates: readonly string[], values: readonly string[]) =>
  templates.flatMap((template) => values.map((value) => template.replace('#', value)))

export const ordinaryComments: readonly string[] = [
  ...ZH.split('\n'),
  ...EN.split('\n'),
  ...filled(SLOTS, FIGURES),
  ...filled(MOMENTS, DAYS),
]
