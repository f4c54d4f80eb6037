import type { Option } from '../../kernel/form.ts';

/** 「セキュリティの質問」 (M1.2-4); the value is kept, so a question once here stays. */
export const securityQuestions = [
  { value: 'flower', label: '好きな花は何ですか' },
  { value: 'teacher', label: '小学校で最初の担任の先生の名字は何ですか' },
  { value: 'town', label: '子どものころに住んでいた町の名前は何ですか' },
  { value: 'pet', label: '初めて飼ったペットの名前は何ですか' },
  { value: 'book', label: '子どものころに好きだった本は何ですか' },
  { value: 'trip', label: '初めて旅行した都道府県はどこですか' },
] as const satisfies readonly Option[];

export const securityQuestionKeys = securityQuestions.map(({ value }) => value);

/** Answers are compared without regard to width, case and spaces. */
export const foldAnswer = (typed: string): string => typed.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
