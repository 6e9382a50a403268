// A dialog: for an act that is final, or a choice that must be made first. Says in words what will happen.
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button.js';
import classes from './dialog.module.css';
import { partWords } from './words.js';

interface Shown {
  title: string;
  children: ReactNode | ((close: () => void) => ReactNode);
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

export function Dialog({ title, children, isOpen, onOpenChange }: Shown) {
  return (
    <ModalOverlay className={classes.overlay} isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className={classes.modal}>
        <AriaDialog className={classes.dialog}>
          {({ close }) => (
            <>
              <div className={classes.head}>
                <Heading slot="title" level={2}>
                  {title}
                </Heading>
                <Button kind="quiet" onPress={close}>
                  {partWords.close}
                </Button>
              </div>
              {typeof children === 'function' ? children(close) : children}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The button that opens it, and the dialog. */
export const WithDialog = ({ button, ...dialog }: Shown & { button: ReactNode }) => (
  <DialogTrigger>
    {button}
    <Dialog {...dialog} />
  </DialogTrigger>
);
