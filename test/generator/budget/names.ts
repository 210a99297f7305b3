/** Names of places and bodies that do not exist, in the form of those that do. */
export const PLACES = [
  '临沅市',
  '青岚县',
  '云岫区',
  '南塘市东湖区',
  '石桥子市',
  '安澜县',
  '北浦市长亭区',
] as const;

export const BODIES = [
  '政务服务管理局',
  '统计局',
  '行政审批局',
  '文化和旅游局',
  '市场监督管理局',
  '农业农村局',
  '机关事务管理局',
  '人民政府办公室',
  '住房和城乡建设局',
] as const;

/** What is added to a department's name for the bodies below it. */
export const SUBORDINATES = [
  '本级',
  '综合业务服务中心',
  '信息中心',
  '执法大队',
  '培训中心',
  '技术服务站',
] as const;

/** Names of projects, some long enough to be wrapped, some with digits that are no amounts. */
export const PROJECTS = [
  '信息化运行维护',
  '办公用房租赁',
  '窗口人员购买服务经费',
  '业务培训',
  '12345热线运行经费',
  '设备购置及更新',
  '档案整理',
  '公共服务综合信息平台升级建设项目',
  '2+2综合窗口改革经费',
  '党建活动经费',
  '第四次全国经济普查专项',
  '法律服务',
  '宣传经费',
  '24小时自助服务区运行维护',
  '重点项目跟踪审计及绩效评价经费',
  '网络线路租赁',
] as const;

export interface Goods {
  readonly goods: string;
  readonly measure: string;
  readonly kind: '货物类' | '工程类' | '服务类';
}

export const GOODS: readonly Goods[] = [
  { goods: '复印纸', measure: '批', kind: '货物类' },
  { goods: '软件运维服务', measure: '项', kind: '服务类' },
  { goods: '台式计算机', measure: '台', kind: '货物类' },
  { goods: '基础电信服务', measure: '项', kind: '服务类' },
  { goods: '印刷服务', measure: '批', kind: '服务类' },
  { goods: '办公用房维修工程', measure: '项', kind: '工程类' },
  { goods: '打印机', measure: '台', kind: '货物类' },
  { goods: '物业管理服务', measure: '项', kind: '服务类' },
  { goods: '政务外网互联网出口费用(500M)', measure: '项', kind: '服务类' },
];
