/** The committee's menu, in the order of the day. */
import { Button } from '@mantine/core';
import { Menu } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useNavigate } from 'react-router';
import { useLeaveGuard } from '../ui/leave-guard.tsx';
import classes from './frame.module.css';
import { screens, type Screen } from './screens.tsx';

const sections = ['before', 'day', 'after'] as const;

export function Navigation({ role }: { readonly role: Screen['role'] }) {
  const { t } = useTranslation('app');
  const { leave } = useLeaveGuard();
  const navigate = useNavigate();
  /** Matters only where the menu folds away (large text, narrow window). */
  const [isOpen, setOpen] = useState(false);
  const mine = screens.filter((screen) => screen.role === role);
  return (
    <nav className={classes.navigation} aria-label={t('navigation')} data-open={isOpen}>
      <Button
        className={classes.menuButton}
        variant="default"
        leftSection={<Menu aria-hidden />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t('menu')}
      </Button>
      {sections.map((section) => (
        <div key={section}>
          <h2 className={classes.navigationTitle} id={`menu-${section}`}>
            {t(`section.${section}`)}
          </h2>
          <ul aria-labelledby={`menu-${section}`}>
            {mine
              .filter((screen) => screen.section === section)
              .map(({ path, name, icon: Icon }) => (
                <li key={path}>
                  <NavLink
                    to={path}
                    className={classes.navigationLink}
                    onClick={(event) => {
                      event.preventDefault();
                      leave(() => {
                        setOpen(false);
                        void navigate(path);
                      });
                    }}
                  >
                    <Icon aria-hidden size="1.2rem" />
                    {t(`screen.${name}`)}
                  </NavLink>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
