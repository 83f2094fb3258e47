/** The categories: named, ordered; one with contestants cannot be taken away. */
import { Button, Stack } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { StepLink } from '../../contest/step-link.tsx';
import { EmptyLine } from '../../ui/empty-state.tsx';
import { limits } from '../../../shared/limits.ts';
import { useSetup } from '../../contest/hooks.tsx';
import { moved, newId, withoutCategory } from './draft-change.ts';
import { ItemButtons } from './item-buttons.tsx';
import { TextField, useSetupForm } from './setup-form.tsx';
import classes from './setup.module.css';

export function CategoriesPart() {
  const { t } = useTranslation('setup');
  const { draft, change, frozen } = useSetupForm();
  const setup = useSetup();
  const { categories } = draft;

  function add(): void {
    const id = newId(
      'kategori',
      [...categories, ...setup.categories].map((each) => each.id),
    );
    const name = t('categories.item', { number: categories.length + 1 });
    change(
      (before) => ({ ...before, categories: [...before.categories, { id, name }] }),
      `atur-categories-${categories.length}-name`,
    );
  }

  return (
    <Stack>
      <p className={classes.quiet}>{t('categories.hint')}</p>
      {categories.length === 0 ? <EmptyLine text={t('categories.none')} action={<StepLink step="list" />} /> : null}
      <ul className={classes.cards}>
        {categories.map(({ id, name }, index) => {
          const count = setup.contestants.filter((contestant) => contestant.category === id).length;
          const isFounded = setup.categories.some((each) => each.id === id);
          return (
            <li key={id} className={classes.card}>
              <div className={classes.head}>
                <TextField
                  name={`categories.${index}.name`}
                  label={t('categories.name')}
                  description={
                    count === 0 ? undefined : `${t('categories.contestants', { count })}. ${t('categories.inUse')}`
                  }
                  maxLength={limits.nameLength}
                />
                <ItemButtons
                  id="kategori"
                  index={index}
                  count={categories.length}
                  name={name}
                  removable={count === 0 && !(frozen && isFounded)}
                  onMove={(to, focus) =>
                    change((before) => ({ ...before, categories: moved(before.categories, index, to) }), focus)
                  }
                  onRemove={(focus) => change((before) => withoutCategory(before, id), focus)}
                />
              </div>
            </li>
          );
        })}
      </ul>
      <div>
        <Button id="kategori-tambah" variant="default" leftSection={<Plus aria-hidden size="1.1rem" />} onClick={add}>
          {t('categories.add')}
        </Button>
      </div>
    </Stack>
  );
}
