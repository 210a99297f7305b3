import {
  type Budget,
  basic,
  fiscal,
  forProjects,
  fromSource,
  spent,
  sumWhere,
  type Where,
} from './budget/budget.ts';
import { abroad, reception, threePublicExpenses, vehicles } from './layouts/threePublic.ts';
import type { Concept, ModelClause, ModelParagraph, Stage } from './model.ts';

/** The sentences about a budget, in the short fixed forms that all disclosures have. */
export function proseOf(budget: Budget, stage: Stage): ModelParagraph[] {
  const { year, kind, organ } = budget;
  const clause = (before: string, concept: Concept, where: Where, after: string): ModelClause => ({
    ...{ before, concept, after },
    amount: sumWhere(budget.atoms, where) ?? 0,
  });
  return [
    heading('一、单位基本情况'),
    { heading: false, words: `${organ}有预算单位${budget.bodies.length}个。`, clauses: [] },
    heading(`二、${kind}收支总体情况`),
    sentences(
      clause(`（一）收入${stage}：${year}年收入${stage}数`, 'income', () => true, '，其中：'),
      clause('一般公共预算拨款', 'general-income', general, '，'),
      clause('其他各项收入', 'other-income', (atom) => !general(atom) && !carried(atom), '，'),
      clause('上年结转', 'carried-over', carried, '。'),
    ),
    sentences(
      clause(`（二）支出${stage}：${year}年支出${stage}数`, 'expenditure', spent, '，其中：'),
      clause('基本支出', 'basic', basic, '，'),
      clause('项目支出', 'project', forProjects, '。'),
    ),
    sentences(clause(`${year}年财政拨款收支总${stage}`, 'fiscal', fiscal, '。')),
    heading('三、“三公”经费情况说明'),
    sentences(
      clause(`${year}年“三公”经费${stage}`, 'three-public', threePublicExpenses, '，其中：'),
      clause('因公出国（境）费', 'abroad', abroad, '，'),
      clause('公务用车购置及运行维护费', 'vehicles', vehicles, '，'),
      clause('公务接待费', 'reception', reception, '。'),
    ),
  ];
}

const general = fromSource('general');

const carried = fromSource('carried-general', 'carried-other');

function heading(words: string): ModelParagraph {
  return { heading: true, words, clauses: [] };
}

function sentences(...clauses: readonly ModelClause[]): ModelParagraph {
  return { heading: false, words: '', clauses };
}
