import { CheckControl, CheckGroupControl, ChoiceControl, RadioControl } from './control-choice.tsx';
import { DateControl, DateTimeControl } from './control-date.tsx';
import { FileControl } from './control-file.tsx';
import { LookupControl } from './control-lookup.tsx';
import type { ControlProps } from './control-props.ts';
import { PasswordControl, TextareaControl, TextControl } from './control-text.tsx';

/** The input for a field, by its kind. */
export const Control = (props: ControlProps) => {
  switch (props.meta.kind) {
    case 'date':
      return <DateControl {...props} />;
    case 'datetime':
      return <DateTimeControl {...props} />;
    case 'choice':
      return <ChoiceControl {...props} />;
    case 'month':
      return (props.options ?? props.meta.options) ? <ChoiceControl {...props} /> : <TextControl {...props} />;
    case 'radio':
      return <RadioControl {...props} />;
    case 'check':
      return (props.options ?? props.meta.options) ? <CheckGroupControl {...props} /> : <CheckControl {...props} />;
    case 'password':
      return <PasswordControl {...props} />;
    case 'textarea':
      return <TextareaControl {...props} />;
    case 'lookup':
      return <LookupControl {...props} />;
    case 'file':
      return <FileControl {...props} />;
    case 'hidden':
      return <input type="hidden" id={props.id} name={props.name} value={props.values[0] ?? ''} />;
    default:
      return <TextControl {...props} />;
  }
};
