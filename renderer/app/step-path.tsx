/**
 * The way through the preparation, on top of its screens: every step with its state, the next missing one made the press that
 * leads on. It ends with the first score.
 */
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { stepPaths, usePreparation } from '../contest/preparation.ts';
import { stepIcons } from '../contest/step-look.ts';
import { useLeaveGuard } from '../ui/leave-guard.tsx';
import classes from './step-path.module.css';

const screensOfPath: ReadonlySet<string> = new Set(Object.values(stepPaths).map(pathOf));

export function StepPath() {
  const { t } = useTranslation('preparation');
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const { leave } = useLeaveGuard();
  const preparation = usePreparation();
  if (preparation === null || preparation.isOver || !screensOfPath.has(pathname)) return null;
  const here = `${pathname}${search}`;
  const { parts, ready, next } = preparation;

  /** What is typed on a screen stays while only its part changes. */
  function go(path: string): void {
    if (pathOf(path) === pathname) void navigate(path);
    else leave(() => void navigate(path));
  }

  return (
    <nav className={classes.path} aria-label={t('steps')}>
      <ol>
        {[...parts, ready].map(({ name, path, state }) => {
          const Icon = stepIcons[state];
          const isNext = name === next.name && path !== here;
          return (
            <li key={name}>
              <Link
                to={path}
                className={classes.step}
                data-state={state}
                data-next={isNext}
                aria-current={path === here ? 'step' : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  go(path);
                }}
              >
                <Icon aria-hidden size="1.1rem" />
                <span className={classes.words}>
                  <span>{t(`step.${name}`)}</span>{' '}
                  <span className={classes.state}>
                    {t(`state.${state}`)}
                    {isNext ? <span className={classes.unseen}>, {t('nextStep')}</span> : null}
                  </span>
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function pathOf(address: string): string {
  return address.split('?')[0] ?? address;
}
