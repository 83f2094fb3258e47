/**
 * A short word that something was done. It lies over the free part of the window's head, so that nothing moves while
 * somebody works on; where the window folds (large text, narrow window) that part is missing, and it stands in the strip
 * above the page as refusals do.
 */
import { createNotificationsStore, Notifications, notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import classes from './brief-notice.module.css';

const store = createNotificationsStore();
/** As in the style sheet of the frame. */
const foldsBelowRem = 50;

export function showBrief(message: string): void {
  const isFolded = window.innerWidth < foldsBelowRem * parseFloat(getComputedStyle(document.documentElement).fontSize);
  notifications.show({ message, color: 'teal' }, isFolded ? undefined : store);
}

/** For the head of the window. What is said there goes with it. */
export function BriefNotices() {
  useEffect(() => () => notifications.clean(store), []);
  return (
    <div className={classes.place}>
      <Notifications
        store={store}
        limit={1}
        position="top-center"
        withinPortal={false}
        autoClose={8000}
        className={classes.notices}
        allowDragDismiss={false}
        allowScrollDismiss={false}
      />
    </div>
  );
}
