import type { Label } from './labels.ts';
import { type FigureDraft, lastFigure, type Place, type State } from './state.ts';

/** 面向中小企业预留采购份额, and of it 占面向中小企业预留份额: words that do not tell the one from the other. */
const LOOSE = /采购|政府|合同|份额?|金额|支出|总额|预算/g;

/** Fewer characters name nothing in particular. */
const MIN_WORDS = 4;

/** The total the words name, if it is printed in the passage; else the figure of the list the part stands in. */
export function wholeOf(
  state: State,
  place: Place,
  part: number | undefined,
  label: Label,
): { readonly whole?: number } {
  if (part === undefined) return {};
  const parent = state.figures[part]?.list?.parent;
  if (label.concept === undefined && label.reason !== 'no-words')
    return ofSameWords(state, place, part, label);
  if (parent !== undefined && isNamed(state.figures[parent], label) && !hasShareOf(state, parent, label))
    return { whole: parent };
  if (label.concept === undefined) return {};
  const year = state.figures[part]?.year.value;
  const index = lastFigure(
    state,
    0,
    (figure, at) =>
      at !== part &&
      figure.role === 'value' &&
      figure.kind === 'statement' &&
      figure.concept.value === label.concept &&
      isOfSubject(figure, label) &&
      !(label.period === 'current' && isScoped(figure)) &&
      !hasShareOf(state, at, label) &&
      !(figure.list?.parent !== undefined && hasShareOf(state, figure.list.parent, label)) &&
      figure.year.value === year &&
      (label.scope === undefined ? figure.paragraph === place.paragraph : figure.scope.value === label.scope),
  );
  return index === -1 ? {} : { whole: index };
}

/** 授予中小企业合同金额60万元…，占授予中小企业合同金额的50%: words that are no known name, but printed before in the sentence. */
function ofSameWords(
  state: State,
  place: Place,
  part: number,
  { words }: Label,
): { readonly whole?: number } {
  const index = lastFigure(
    state,
    place.sentenceFigure,
    (figure, at) =>
      at < part &&
      figure.role === 'value' &&
      figure.kind === 'statement' &&
      figure.isPrior !== true &&
      words.length >= MIN_WORDS &&
      plainWords(figure.label.words) === plainWords(words),
  );
  return index === -1 ? {} : { whole: index };
}

/** Words without those that do not tell one part of 采购 from another. */
export function plainWords(words: string): string {
  const plain = words.replace(LOOSE, '');
  return plain.length < MIN_WORDS ? words : plain;
}

/** 一般公共预算拨款收入900万元，占收入总预算的97%: what has itself a share of that total is not the total. */
function hasShareOf({ ratios }: State, index: number, { concept, scope }: Label): boolean {
  return ratios.some(
    ({ kind, part, wholeConcept, wholeScope }) =>
      kind === 'share' && part === index && wholeConcept.value === concept && wholeScope.value === scope,
  );
}

/** 占本年支出合计的31.45% is no share of 财政拨款支出总计. */
function isScoped({ scope: { value, reason } }: FigureDraft): boolean {
  return value !== undefined && value !== 'all' && reason === 'words';
}

/** 占一般公共服务支出的62.5% is a share of no other 科目. */
function isOfSubject({ subject }: FigureDraft, label: Label): boolean {
  return label.subject === undefined || subject?.name === label.subject.name;
}

function isNamed(figure: FigureDraft | undefined, label: Label): boolean {
  const { concept, scope } = label;
  if (!figure || concept === undefined) return figure !== undefined;
  return (
    figure.concept.value === concept &&
    isOfSubject(figure, label) &&
    // 财政拨款收入…，其中：…，占本年收入合计的52%: the total of all is none of the parts of it.
    !(label.period !== undefined && scope === undefined && isScoped(figure)) &&
    (scope === undefined || figure.scope.value === scope)
  );
}
